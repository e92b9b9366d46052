package dev.ferry.salesforce.client.bulk;

/// Text as Bulk 2.0 takes it: inner line ends are LF, and nothing is left that XML forbids.
///
/// Source: the job declares LF for the whole file and line ends inside quotes count too; the server keeps
/// values as XML, where control characters, lone surrogates, U+FFFE and U+FFFF cannot stand.
/// @param removed how many characters were left out
public record CleanText(String text, int removed) {

    /// The text as Bulk 2.0 takes it.
    public static CleanText of(String raw) {
        if (raw.chars().allMatch(c -> (c >= ' ' && c < Character.MIN_SURROGATE) || c == '\n')) {
            return new CleanText(raw, 0);
        }
        var clean = new StringBuilder(raw.length());
        var removed = 0;
        var i = 0;
        while (i < raw.length()) {
            var point = raw.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\r') {
                clean.append('\n');
                i += i < raw.length() && raw.charAt(i) == '\n' ? 1 : 0;
            } else if (isAllowed(point)) {
                clean.appendCodePoint(point);
            } else {
                removed++;
            }
        }
        return new CleanText(clean.toString(), removed);
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
