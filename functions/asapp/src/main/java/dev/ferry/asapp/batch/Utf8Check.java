package dev.ferry.asapp.batch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Tells lines in UTF-8 from others, strictly: a JSON parser also takes UTF-16 and halves of surrogate pairs.
/// *Threading*: one thread.
final class Utf8Check {
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer decoded = CharBuffer.allocate(0);

    /// Whether a line is UTF-8.
    boolean holds(LineReader line) {
        if (line.ascii()) {
            return true;
        }
        if (decoded.capacity() < line.length()) {
            decoded = CharBuffer.allocate(2 * line.length());
        }
        decoded.clear();
        utf8.reset();
        ByteBuffer bytes = ByteBuffer.wrap(line.buffer(), line.start(), line.length());
        return !utf8.decode(bytes, decoded, true).isError();
    }
}
