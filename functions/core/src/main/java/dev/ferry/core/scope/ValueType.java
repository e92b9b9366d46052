package dev.ferry.core.scope;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text looks like.
public enum ValueType {
    BOOLEAN,
    INTEGER,
    DECIMAL,
    DATE,
    TIMESTAMP,
    EMAIL,
    URL,
    JSON,
    TEXT;

    private static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no");
    // A leading zero belongs to a name, such as an account number, and a number would lose it.
    private static final Pattern INTEGERS = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMALS = Pattern.compile("[+-]?\\d{1,18}\\.\\d{1,18}");
    private static final Pattern DATES = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMPS = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?( ?(Z|[+-]\\d{2}:?\\d{2}|UTC))?");
    private static final Pattern EMAILS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,24}");
    private static final Pattern URLS = Pattern.compile("https?://\\S{1,2000}");
    private static final int LONGEST_PATTERN = 2_048;

    /// What a text that is not empty looks like.
    public static ValueType of(String text) {
        if (text.length() > LONGEST_PATTERN) {
            return looksLikeJson(text) ? JSON : TEXT;
        }
        if (BOOLEANS.contains(text.toLowerCase(Locale.ROOT))) {
            return BOOLEAN;
        }
        char first = text.charAt(0);
        if (Character.isDigit(first) || first == '-' || first == '+') {
            return ofNumber(text);
        }
        if (EMAILS.matcher(text).matches()) {
            return EMAIL;
        }
        if (URLS.matcher(text).matches()) {
            return URL;
        }
        return looksLikeJson(text) ? JSON : TEXT;
    }

    private static ValueType ofNumber(String text) {
        if (INTEGERS.matcher(text).matches()) {
            return INTEGER;
        }
        if (DECIMALS.matcher(text).matches()) {
            return DECIMAL;
        }
        if (DATES.matcher(text).matches()) {
            return DATE;
        }
        if (TIMESTAMPS.matcher(text).matches()) {
            return TIMESTAMP;
        }
        return EMAILS.matcher(text).matches() ? EMAIL : TEXT;
    }

    private static boolean looksLikeJson(String text) {
        return (text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"));
    }
}
