package dev.ferry.asapp.batch;

import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.core.staging.ByteSearch;
import dev.ferry.core.staging.JsonEscapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks the tokens of a flat JSON object over UTF-8 that is known to be valid. It takes less than JSON: what it
/// does not take is no fault, only not for it. *Threading*: one thread. *Source*: RFC 8259.
final class JsonBytes {
    /// Beyond these a parser has limits of its own. *Units*: bytes
    private static final int LONGEST_LINE = 16 * 1024 * 1024;

    private static final int LONGEST_NUMBER = 100;

    private byte[] bytes = new byte[0];
    private int at;
    private int to;
    private int start;
    private int end;
    private boolean escaped;

    /// Begins with a line.
    void start(byte[] line, int from, int length) {
        bytes = line;
        at = from;
        to = length > LONGEST_LINE ? from : from + length;
    }

    /// Goes past blanks and one character; false when it is another one.
    boolean take(char wanted) {
        skipBlanks();
        if (at < to && bytes[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /// Goes past bytes that are known; false when others stand here.
    boolean take(byte[] wanted) {
        skipBlanks();
        int next = at + wanted.length;
        if (next > to || !Arrays.equals(bytes, at, next, wanted, 0, wanted.length)) {
            return false;
        }
        at = next;
        return true;
    }

    /// Whether only blanks are left.
    boolean isAtEnd() {
        skipBlanks();
        return at == to;
    }

    /// Goes past a string; false when none stands here.
    boolean string() {
        if (!take('"')) {
            return false;
        }
        start = at;
        escaped = false;
        while (true) {
            at = ByteSearch.plainEnd(bytes, at, to);
            end = at;
            if (at == to) {
                return false;
            }
            if (bytes[at] == '"') {
                at++;
                return true;
            }
            if (bytes[at] != '\\' || !escape()) {
                return false;
            }
            escaped = true;
        }
    }

    /// Goes past a string, number, boolean or null, and says which; null when none stands here.
    @Nullable
    JsonToken scalar() {
        skipBlanks();
        if (at == to) {
            return null;
        }
        return switch (bytes[at]) {
            case '"' -> string() ? JsonToken.VALUE_STRING : null;
            case 't' -> word(JsonToken.VALUE_TRUE);
            case 'f' -> word(JsonToken.VALUE_FALSE);
            case 'n' -> word(JsonToken.VALUE_NULL);
            default -> number();
        };
    }

    /// Where the last string or scalar starts, without quotes.
    int start() {
        return start;
    }

    /// Where it ends.
    int end() {
        return end;
    }

    /// Whether it is a string with escapes.
    boolean escaped() {
        return escaped;
    }

    /// Whether the last string or scalar has these bytes.
    boolean holds(byte[] utf8) {
        return Arrays.equals(utf8, 0, utf8.length, bytes, start, end);
    }

    /// A range as text.
    String text(int from, int until) {
        return new String(bytes, from, until - from, StandardCharsets.UTF_8);
    }

    /// A range as text, escapes replaced by what they stand for.
    String unescaped(int from, int until) {
        return JsonEscapes.text(bytes, from, until);
    }

    private boolean escape() {
        at++;
        if (at == to) {
            return false;
        }
        byte kind = bytes[at++];
        if (kind != 'u') {
            return "\"\\/bfnrt".indexOf(kind) >= 0;
        }
        int digits = at + 4;
        while (at < to && at < digits && Character.digit(bytes[at], 16) >= 0) {
            at++;
        }
        return at == digits;
    }

    private @Nullable JsonToken word(JsonToken token) {
        byte[] word = token.asByteArray();
        start = at;
        end = at + word.length;
        escaped = false;
        if (end > to || !holds(word)) {
            return null;
        }
        at = end;
        return token;
    }

    private @Nullable JsonToken number() {
        start = at;
        escaped = false;
        if (bytes[at] == '-') {
            at++;
        }
        int whole = at;
        boolean sound = digits() && (bytes[whole] != '0' || at == whole + 1);
        int wholeEnd = at;
        if (at < to && bytes[at] == '.') {
            at++;
            sound &= digits();
        }
        if (at < to && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < to && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            sound &= digits();
        }
        end = at;
        if (!sound || end - start > LONGEST_NUMBER) {
            return null;
        }
        return end == wholeEnd ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    /// Goes past digits; false when there is none.
    private boolean digits() {
        int from = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from;
    }

    private void skipBlanks() {
        while (at < to && bytes[at] <= ' ' && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
