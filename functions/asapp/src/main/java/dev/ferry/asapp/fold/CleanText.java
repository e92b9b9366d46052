package dev.ferry.asapp.fold;

/// Text that can be written as UTF-8.
///
/// JSON can hold half of a surrogate pair, for example where a text was cut in the middle of an emoji; UTF-8
/// cannot. Such a half becomes U+FFFD, the replacement character.
final class CleanText {
    private CleanText() {}

    /// The text, with halves of pairs replaced.
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceHalves(text, i);
            }
        }
        return text;
    }

    private static String replaceHalves(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                clean.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append('\uFFFD');
            }
        }
        return clean.toString();
    }
}
