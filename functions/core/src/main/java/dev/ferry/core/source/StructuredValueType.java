package dev.ferry.core.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

/// What the values of a structured data field are: the source declares no types.
public enum StructuredValueType {
    BOOLEAN,
    NUMBER,
    /// A day as `2026-07-05`.
    DATE,
    /// One of few values.
    CATEGORICAL,
    /// Several of few values, with [#SEPARATOR] between them.
    MULTI_VALUE,
    TEXT;

    /// What stands between the elements of a list.
    public static final String SEPARATOR = "; ";

    /// A value in this type: a boolean, a number, a list of texts, or the text itself.
    ///
    /// *Errors*: [NumberFormatException] for a text that is no number.
    public Object typed(String value) {
        return switch (this) {
            case BOOLEAN -> isYes(value);
            case NUMBER -> new BigDecimal(value);
            case MULTI_VALUE ->
                Arrays.stream(value.split(SEPARATOR)).map(String::strip).toList();
            case DATE, CATEGORICAL, TEXT -> value;
        };
    }

    /// Whether a text is a yes.
    public static boolean isYes(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return lower.equals("yes") || lower.equals("true");
    }

    /// Whether a text is a no.
    public static boolean isNo(String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return lower.equals("no") || lower.equals("false");
    }
}
