package dev.ferry.core.mapping.convert;

/// Cuts text to a length in UTF-16 units, with an ellipsis, never through a code point.
public final class Cut {
    private static final char ELLIPSIS = '…';

    private Cut() {}

    /// The text itself when it fits, else its beginning and an ellipsis, together at most `length` units long.
    public static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return end < 0 ? "" : text.substring(0, end) + ELLIPSIS;
    }
}
