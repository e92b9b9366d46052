package dev.ferry.local.intercom.conversations;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The bodies of messages as they read back.
public final class MessageText {
    /// What a redacted message reads.
    public static final String DELETED = "<p><i>This message was deleted</i></p>";

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");
    private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern DROPPED =
            Pattern.compile("<(script|style)\\b.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("<br>|</p>|</li>|</h[12]>");
    private static final Pattern PARAGRAPH = Pattern.compile("\n\n+");
    private static final Set<String> KEPT =
            Set.of("p", "br", "b", "i", "a", "ul", "ol", "li", "h1", "h2", "strong", "em");
    private static final Pattern BLOCK = Pattern.compile("^\\s*<(p|ul|ol|h1|h2)>");

    private MessageText() {}

    /// Plain text as HTML: HTML in it is text.
    public static String plain(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return paragraphs(escaped);
    }

    /// HTML with no more than a few harmless tags, in paragraphs.
    public static String html(String html) {
        String kept = TAG.matcher(DROPPED.matcher(html).replaceAll("")).replaceAll(MessageText::tag);
        return BLOCK.matcher(kept).find() ? kept : paragraphs(kept);
    }

    /// HTML as plain text.
    public static String text(String html) {
        String broken = BREAK.matcher(html).replaceAll("\n");
        return TAG.matcher(broken)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String paragraphs(String text) {
        String normal = text.replace("\r\n", "\n").strip();
        return "<p>" + PARAGRAPH.matcher(normal).replaceAll("</p><p>").replace("\n", "<br>") + "</p>";
    }

    private static String tag(MatchResult found) {
        String name = found.group(2).toLowerCase(Locale.ROOT);
        if (!KEPT.contains(name)) {
            return "";
        }
        var href = HREF.matcher(found.group(3));
        String attributes = name.equals("a") && href.find() ? " href=\"" + href.group(1) + "\"" : "";
        return java.util.regex.Matcher.quoteReplacement("<" + found.group(1) + name + attributes + ">");
    }
}
