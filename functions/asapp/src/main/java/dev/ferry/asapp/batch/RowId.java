package dev.ferry.asapp.batch;

import org.jspecify.annotations.Nullable;

/// One spelling for ids that come as numbers, as texts, and as numbers with a useless fraction.
public final class RowId {
    private RowId() {}

    /// The id without blanks around it and without `.0` behind a whole number.
    public static String id(String raw) {
        String text = raw.strip();
        if (text.endsWith(".0") && text.chars().limit(text.length() - 2L).allMatch(Character::isDigit)) {
            return text.substring(0, text.length() - 2);
        }
        return text;
    }

    /// The id, or null for a value that is none.
    public static @Nullable String normal(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        if (isNormal(raw)) {
            return raw;
        }
        return raw.isBlank() ? null : id(raw);
    }

    /// Whether a value surely is an id in its one spelling, as nearly all are: with an ASCII character other than a
    /// blank at both ends, and no zero at the last.
    private static boolean isNormal(String raw) {
        char last = raw.charAt(raw.length() - 1);
        return isVisible(raw.charAt(0)) && isVisible(last) && last != '0';
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7f;
    }
}
