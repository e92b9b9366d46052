package dev.ferry.core.mapping.convert;

import dev.ferry.core.json.Selection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a JSONata expression can read, told from its text, since the interpreter keeps its tree to itself.
///
/// Wherever a name stands it may be a member of the item, so every name, and every text in quotes, counts as one
/// that is read wholly; of the record, the names that follow `$record.`. Whatever could reach a member without naming
/// it (a wildcard, the item itself as a value, a function that lists members) reads all, and so does whatever is not
/// understood here.
final class ExpressionReads {
    private static final Pattern TOKEN = Pattern.compile("""
            \\s+
            |"(?<double>[^"\\\\]*)" | '(?<single>[^'\\\\]*)' | `(?<back>[^`]*)`
            |(?<=[(,]\\s{0,9})/(?:[\\w\\s.+*?^$-]|\\\\\\w)+/
            |\\d[\\d.]*
            |\\$record\\.(?<record>[A-Za-z_]\\w*)
            |\\$\\$\\.(?<item>[A-Za-z_]\\w*)
            |\\$batch\\b
            |\\$(?<call>[A-Za-z_]\\w*)\\((?!\\s*\\))
            |\\$(?<variable>[A-Za-z_]\\w*)\\b(?!\\s*\\()
            |(?<name>[A-Za-z_]\\w*)
            |:= | != | [<>=]=? | [&+.,:;?()\\[\\]{}-]
            """, Pattern.COMMENTS);
    private static final Pattern BOUND = Pattern.compile("\\$([A-Za-z_]\\w*)\\s*:=");
    private static final Pattern RECORD = Pattern.compile("\\$record\\b");

    /// Functions that see nothing but their arguments, and of an object among them no more than that it is one.
    private static final Set<String> CLOSED = Set.of(
            "append", "contains", "count", "exists", "join", "lowercase", "not", "sort", "split", "trim", "uppercase");

    private final Set<String> bound = new HashSet<>();
    private Selection item = Selection.NOTHING;
    private Selection record = Selection.NOTHING;

    private ExpressionReads() {}

    /// What an expression can read.
    static PhaseReads of(String expression) {
        ExpressionReads reads = new ExpressionReads();
        return reads.follow(expression)
                ? new PhaseReads(reads.item, reads.record)
                : new PhaseReads(
                        Selection.WHOLE, RECORD.matcher(expression).find() ? Selection.WHOLE : Selection.NOTHING);
    }

    private boolean follow(String expression) {
        BOUND.matcher(expression).results().forEach(binding -> bound.add(binding.group(1)));
        Matcher token = TOKEN.matcher(expression).useTransparentBounds(true);
        int at = 0;
        while (at < expression.length()) {
            if (!token.region(at, expression.length()).lookingAt() || !take(token)) {
                return false;
            }
            at = token.end();
        }
        return true;
    }

    // Whether the token can be followed.
    private boolean take(Matcher token) {
        for (String group : new String[] {"double", "single", "back", "item", "name"}) {
            String name = token.group(group);
            if (name != null) {
                item = item.plus(Selection.member(name, Selection.WHOLE));
                return !name.equals("function");
            }
        }
        String ofRecord = token.group("record");
        if (ofRecord != null) {
            record = record.plus(Selection.member(ofRecord, Selection.WHOLE));
        }
        String call = token.group("call");
        if (call != null) {
            return CLOSED.contains(call) && !bound.contains(call);
        }
        String variable = token.group("variable");
        return variable == null || (bound.contains(variable) && !variable.equals("record"));
    }
}
