package dev.ferry.intercom.target;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bodies of messages: plain text into the HTML that admins write, and what Intercom gives back into plain text.
///
/// Intercom rewrites HTML, so two bodies are alike when their texts are, with every run of white space as one
/// blank.
final class PlainBody {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9A-Fa-f]{1,6}|[a-z]{1,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private PlainBody() {}

    /// Text as the body of an admin's message.
    static String html(String text) {
        return "<p>"
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\n", "<br>")
                + "</p>";
    }

    /// What stands in a body, for comparing: tags away, entities as characters, white space as single blanks.
    static String text(String html) {
        return blanks(unescaped(TAG.matcher(html).replaceAll(" ")));
    }

    /// Plain text in the same form.
    static String blanks(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static String unescaped(String text) {
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "&" + entity + ";");
        }
        int point = entity.startsWith("#x")
                ? Integer.parseInt(entity.substring(2), 16)
                : Integer.parseInt(entity.substring(1));
        return Character.isValidCodePoint(point) ? Character.toString(point) : "&" + entity + ";";
    }
}
