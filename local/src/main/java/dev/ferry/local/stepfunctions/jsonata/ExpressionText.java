package dev.ferry.local.stepfunctions.jsonata;

import java.util.Optional;

/// The text between `{%` and `%}`, and what the service refuses in it.
///
/// Step Functions implements JSONata 2.0.6 without `$eval`. The library underneath accepts `$eval` and the
/// operators
/// `??`
/// and `?:` of version 2.1, so they are refused here.
public final class ExpressionText {

    private static final String OPERAND_ENDS = ")]}\"'`";

    private ExpressionText() {}

    /// Whether a string of a definition is an expression: it starts exactly with `{%` and ends exactly with `%}`.
    public static boolean isExpression(String text) {
        return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
    }

    /// The expression inside the delimiters, without surrounding blanks.
    public static String inside(String text) {
        return text.substring(2, text.length() - 2).strip();
    }

    /// The name of the first thing in the expression that Step Functions does not offer.
    public static Optional<String> unsupported(String expression) {
        int at = 0;
        char previous = '(';
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int end = skip(expression, at, previous);
            if (end > at) {
                at = end;
                previous = c;
                continue;
            }
            for (var operator : new String[] {"??", "?:"}) {
                if (expression.startsWith(operator, at)) {
                    return Optional.of("operator " + operator);
                }
            }
            if (expression.startsWith("$eval", at) && !continuesName(expression, at + 5)) {
                return Optional.of("function $eval");
            }
            if (!Character.isWhitespace(c)) {
                previous = c;
            }
            at++;
        }
        return Optional.empty();
    }

    private static boolean continuesName(String text, int at) {
        return at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
    }

    /// The index after the quoted text, comment or regular expression that begins here; the index itself where none
    /// does.
    private static int skip(String text, int at, char previous) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'' || c == '`') {
            return closing(text, at, c);
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        boolean afterOperand = Character.isLetterOrDigit(previous) || OPERAND_ENDS.indexOf(previous) >= 0;
        return c == '/' && !afterOperand ? closing(text, at, '/') : at;
    }

    private static int closing(String text, int at, char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '`') {
                i++;
            } else if (c == quote) {
                return i + 1;
            }
        }
        return text.length();
    }
}
