package dev.ferry.core.staging;

import java.nio.charset.StandardCharsets;

/// What escapes in JSON strings stand for. *Source*: RFC 8259, section 7.
public final class JsonEscapes {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /// A range of UTF-8 within a sound JSON string as text, escapes replaced by what they stand for.
    public static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int plainFrom = from;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                text.append(plain(bytes, plainFrom, at));
                at++;
                if (bytes[at] == 'u') {
                    text.append((char) Integer.parseInt(plain(bytes, at + 1, at + 1 + HEX_DIGITS), HEX));
                    at += HEX_DIGITS;
                } else {
                    text.append(meaning((char) bytes[at]));
                }
                plainFrom = at + 1;
            }
        }
        return text.append(plain(bytes, plainFrom, to)).toString();
    }

    private static String plain(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static char meaning(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
