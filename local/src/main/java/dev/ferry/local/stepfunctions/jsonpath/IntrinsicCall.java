package dev.ferry.local.stepfunctions.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A parsed call such as `States.Format('Hello {}', $.name)`.
///
/// @param name the function's name without `States.`
public record IntrinsicCall(String name, List<Argument> arguments) {

    /// Copies the arguments.
    public IntrinsicCall {
        arguments = List.copyOf(arguments);
    }

    /// What may stand between the parentheses.
    public sealed interface Argument {

        /// A constant: text, number, `true`, `false` or `null`.
        record Literal(JsonNode value) implements Argument {}

        /// A path to be looked up.
        record Path(String text) implements Argument {}

        /// A call inside the call.
        record Nested(IntrinsicCall call) implements Argument {}
    }

    /// Parses a text that must be one call.
    ///
    /// *Errors*: [QueryException] when it is not.
    static IntrinsicCall parse(String text) {
        return tryParse(text).orElseThrow(() -> QueryException.intrinsic("Invalid intrinsic function call: " + text));
    }

    /// The call that the text is; empty when it is none, or calls a function that does not exist.
    public static Optional<IntrinsicCall> tryParse(String text) {
        try {
            var reader = new Reader(text.strip());
            var call = reader.call();
            return reader.atEnd() ? Optional.of(call) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// Not a call; carries nothing because the whole text is shown.
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Reader {
        private static final String PREFIX = "States.";
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at == text.length();
        }

        IntrinsicCall call() {
            if (!text.startsWith(PREFIX, at)) {
                throw new Malformed();
            }
            at += PREFIX.length();
            int open = text.indexOf('(', at);
            if (open < 0) {
                throw new Malformed();
            }
            var name = text.substring(at, open);
            if (!Intrinsics.NAMES.contains(name)) {
                throw new Malformed();
            }
            at = open + 1;
            var arguments = new ArrayList<Argument>();
            skipBlanks();
            if (peek() == ')') {
                at++;
                return new IntrinsicCall(name, arguments);
            }
            while (true) {
                arguments.add(argument());
                skipBlanks();
                char c = next();
                if (c == ')') {
                    return new IntrinsicCall(name, arguments);
                }
                if (c != ',') {
                    throw new Malformed();
                }
            }
        }

        private Argument argument() {
            skipBlanks();
            char c = peek();
            if (c == '\'') {
                return new Argument.Literal(JsonNodeFactory.instance.textNode(quoted()));
            }
            if (c == '$') {
                return path();
            }
            return text.startsWith(PREFIX, at) ? new Argument.Nested(call()) : word();
        }

        /// Only `\'`, `\{`, `\}` and `\\` are escapes; braces keep theirs for `States.Format` to undo.
        private String quoted() {
            var value = new StringBuilder();
            at++;
            while (true) {
                char c = next();
                if (c == '\'') {
                    return value.toString();
                }
                if (c == '\\') {
                    char escaped = next();
                    switch (escaped) {
                        case '\'' -> value.append(escaped);
                        case '{', '}', '\\' -> value.append('\\').append(escaped);
                        default -> throw new Malformed();
                    }
                } else {
                    value.append(c);
                }
            }
        }

        private Argument path() {
            int start = at;
            int depth = 0;
            boolean inQuotes = false;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\'') {
                    inQuotes = !inQuotes;
                } else if (!inQuotes && (c == '[' || c == '(')) {
                    depth++;
                } else if (!inQuotes && depth == 0 && (c == ',' || c == ')')) {
                    break;
                } else if (!inQuotes && (c == ']' || c == ')')) {
                    depth--;
                }
                at++;
            }
            var path = text.substring(start, at).strip();
            if (!PathEvaluator.isPath(path)) {
                throw new Malformed();
            }
            return new Argument.Path(path);
        }

        private Argument word() {
            int start = at;
            while (at < text.length() && ",)".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            var word = text.substring(start, at).strip();
            var nodes = JsonNodeFactory.instance;
            return new Argument.Literal(
                    switch (word) {
                        case "null" -> nodes.nullNode();
                        case "true", "false" -> nodes.booleanNode(Boolean.parseBoolean(word));
                        default -> number(word);
                    });
        }

        private static JsonNode number(String word) {
            try {
                var decimal = new BigDecimal(word);
                return decimal.scale() <= 0
                        ? JsonNodeFactory.instance.numberNode(decimal.longValueExact())
                        : JsonNodeFactory.instance.numberNode(decimal.doubleValue());
            } catch (ArithmeticException | NumberFormatException e) {
                throw new Malformed();
            }
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw new Malformed();
            }
            return text.charAt(at);
        }

        private char next() {
            char c = peek();
            at++;
            return c;
        }
    }
}
