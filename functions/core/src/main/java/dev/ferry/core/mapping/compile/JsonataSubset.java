package dev.ferry.core.mapping.compile;

import dev.ferry.core.mapping.document.NearName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of JSONata that mappings may use: language version 2.0, and nothing whose value changes between two
/// runs.
///
/// *Source*: the operators `??` and `?:` came with 2.1; AWS Step Functions refuses `$eval`, and so does Ferry, so
/// that one dialect serves state machines and mappings.
final class JsonataSubset {
    private static final Pattern CALL = Pattern.compile("\\$([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern BOUND = Pattern.compile("\\$([A-Za-z_]\\w*)\\s*:=");
    private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_]\\w*)");
    private static final Set<String> CHANGING = Set.of("eval", "now", "millis", "random", "shuffle");
    private static final Set<String> FUNCTIONS =
            Set.of(("abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl "
                            + "decodeUrlComponent distinct each encodeUrl encodeUrlComponent error exists filter floor "
                            + "formatBase formatInteger formatNumber fromMillis join keys length lookup lowercase map "
                            + "match max merge min not number pad parseInteger power reduce replace reverse round sift "
                            + "single sort split spread sqrt string substring substringAfter substringBefore sum "
                            + "toMillis trim type uppercase zip")
                    .split(" ", -1));

    private JsonataSubset() {}

    /// What the expression uses that it may not; empty when nothing.
    static List<String> violations(String expression) {
        String code = withoutLiterals(expression);
        List<String> violations = new ArrayList<>();
        if (code.contains("??")) {
            violations.add("the operator ?? is not in JSONata 2.0");
        }
        if (code.replace(" ", "").contains("?:")) {
            violations.add("the operator ?: is not in JSONata 2.0");
        }
        Set<String> bound = boundNames(code);
        for (String name : names(CALL, code)) {
            if (CHANGING.contains(name)) {
                violations.add("the function $" + name + " may not be used");
            } else if (!FUNCTIONS.contains(name) && !bound.contains(name)) {
                violations.add("unknown function $" + name + " " + NearName.hint(name, FUNCTIONS));
            }
        }
        return List.copyOf(violations);
    }

    private static Set<String> boundNames(String code) {
        Set<String> bound = new TreeSet<>(names(BOUND, code));
        for (String list : names(PARAMETERS, code)) {
            bound.addAll(names(VARIABLE, list));
        }
        return bound;
    }

    private static Set<String> names(Pattern pattern, String code) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String withoutLiterals(String expression) {
        StringBuilder code = new StringBuilder(expression.length());
        char before = '(';
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            boolean comment = expression.startsWith("/*", i);
            boolean regex = c == '/' && "(,:=?;{[&|~>".indexOf(before) >= 0;
            if (comment) {
                i = after(expression, "*/", i + 2);
            } else if (c == '"' || c == '\'' || c == '`' || regex) {
                i = closing(expression, c, i + 1);
                code.append('0');
                before = '0';
            } else {
                code.append(c);
                before = Character.isWhitespace(c) ? before : c;
                i++;
            }
        }
        return code.toString();
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static int closing(String text, char quote, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }
}
