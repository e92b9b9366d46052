package dev.ferry.core.source;

import java.util.Arrays;
import java.util.HexFormat;

/// One line of JSON while it is written, in UTF-8: the bytes that Jackson writes, without keeping track of where the
/// writer stands. *Threading*: one thread.
final class JsonLine {
    private static final int LONGEST_ESCAPE = 6;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int FIRST_CAPACITY = 4096;
    private static final int WHOLE_IN_PLAIN_DIGITS = 10_000_000;
    private static final boolean[] PLAIN = plain();

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;

    void startObject() {
        put('{');
    }

    void endObject() {
        put('}');
    }

    void startArray() {
        put('[');
    }

    void endArray() {
        put(']');
    }

    /// Comes before each element of an array.
    void element() {
        if (bytes[length - 1] != '[') {
            put(',');
        }
    }

    /// The name of a member that stands in the code: ASCII with nothing to escape.
    void name(String name) {
        member();
        quoted(name);
        put(':');
    }

    /// The name of a member that comes with the data.
    void anyName(String name) {
        member();
        text(name);
        put(':');
    }

    /// A text with whatever characters.
    void text(String text) {
        put('"');
        int plain = plain(text);
        if (plain < text.length()) {
            escaped(text, plain);
        }
        put('"');
    }

    /// A text of ASCII with nothing to escape.
    void quoted(String ascii) {
        ensure(ascii.length() + 2);
        bytes[length++] = '"';
        append(ascii);
        bytes[length++] = '"';
    }

    /// A text whose bytes are made already.
    void quoted(byte[] escaped) {
        put('"');
        written(escaped);
        put('"');
    }

    /// A number as `Double.toString` spells it.
    void number(double value) {
        int whole = (int) value;
        if (whole == value && whole != 0 && Math.abs(whole) < WHOLE_IN_PLAIN_DIGITS) {
            literal(Integer.toString(whole));
            literal(".0");
        } else {
            literal(Double.toString(value));
        }
    }

    /// What stands for itself.
    void literal(String ascii) {
        ensure(ascii.length());
        append(ascii);
    }

    /// JSON that is written already.
    void written(byte[] json) {
        ensure(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void member() {
        if (bytes[length - 1] != '{') {
            put(',');
        }
    }

    private void append(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += ascii.length();
    }

    /// Writes what stands for itself at the beginning of a text.
    ///
    /// @return where that ends
    private int plain(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                length += i;
                return i;
            }
            bytes[length + i] = (byte) c;
        }
        length += text.length();
        return text.length();
    }

    private void escaped(String text, int from) {
        ensure((text.length() - from) * LONGEST_ESCAPE);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length) {
                ascii(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                append("\\u" + HEX.toHexDigits(c));
            } else {
                bytes[length++] = (byte) (0xE0 | c >> 12);
                bytes[length++] = (byte) (0x80 | (c >> 6 & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    private void ascii(char c) {
        if (PLAIN[c]) {
            bytes[length++] = (byte) c;
            return;
        }
        switch (c) {
            case '"' -> append("\\\"");
            case '\\' -> append("\\\\");
            case '\b' -> append("\\b");
            case '\t' -> append("\\t");
            case '\n' -> append("\\n");
            case '\f' -> append("\\f");
            case '\r' -> append("\\r");
            default -> append("\\u" + HEX.toHexDigits(c));
        }
    }

    private void put(char c) {
        ensure(1);
        bytes[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }
}
