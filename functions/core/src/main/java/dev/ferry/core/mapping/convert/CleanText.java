package dev.ferry.core.mapping.convert;

import dev.ferry.core.mapping.Adjustment.Rule;

/// Text as a target can store it: no characters that XML forbids, no half surrogate pairs, line ends as LF.
///
/// *Source*: Salesforce's bulk files refuse mixed line ends; XML 1.0 section 2.2 names the characters.
final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /// The clean form; the same text when it is clean already.
    static String of(String text, String field, RecordDraft draft) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\t' : c >= Character.MIN_SURROGATE) {
                return rewrite(text, field, draft);
            }
        }
        return text;
    }

    private static String rewrite(String text, String field, RecordDraft draft) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append(REPLACEMENT);
                draft.adjust(field, Rule.LONE_SURROGATE_REPLACED);
            } else if (c == '\r') {
                boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
                clean.append(pair ? "" : "\n");
            } else if (forbidden(c)) {
                draft.adjust(field, Rule.CONTROL_CHARACTERS_REMOVED);
            } else {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean forbidden(char c) {
        return c > REPLACEMENT || (c < ' ' && c != '\n' && c != '\t' && c != '\r');
    }
}
