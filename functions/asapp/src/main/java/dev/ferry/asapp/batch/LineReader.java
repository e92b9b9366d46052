package dev.ferry.asapp.batch;

import dev.ferry.core.staging.ByteSearch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a stream into lines without ever holding more than one and a buffer.
///
/// A line longer than the limit is skipped to its end and reported as oversized, so one broken line costs neither
/// memory nor its neighbours. A byte order mark and a carriage return before the line feed are not part of a line.
/// *Threading*: one thread.
public final class LineReader {
    private static final int INITIAL = 32 * 1024;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[INITIAL];
    private int from;
    private int to;
    private boolean ended;
    private int start;
    private int length;
    private long number;
    private boolean oversized;

    /// @param limit the longest line that is taken. *Units*: bytes
    public LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// Moves to the next line; false at the end.
    public boolean next() throws IOException {
        oversized = false;
        int at = from;
        while (true) {
            at = ByteSearch.first('\n', buffer, at, to);
            if (at < to) {
                return take(at, at + 1);
            }
            if (ended) {
                return (at > from || oversized) && take(at, at);
            }
            if (at - from > limit) {
                oversized = true;
                from = at;
            }
            at -= fill();
        }
    }

    /// What holds the line, from [#start] on; the next line may overwrite it.
    public byte[] buffer() {
        return buffer;
    }

    /// Where the line starts.
    public int start() {
        return start;
    }

    /// How long it is. *Units*: bytes
    public int length() {
        return length;
    }

    /// A copy of the line.
    byte[] copy() {
        return Arrays.copyOfRange(buffer, start, start + length);
    }

    /// The number of the line, from 1.
    public long number() {
        return number;
    }

    /// Whether the line was longer than the limit; its bytes are then not there.
    boolean oversized() {
        return oversized;
    }

    /// Whether all bytes of the line are ASCII.
    boolean ascii() {
        return ByteSearch.isAscii(buffer, start, start + length);
    }

    private boolean take(int end, int next) {
        number++;
        start = from;
        length = end - from;
        from = next;
        if (length > limit) {
            oversized = true;
        }
        if (oversized) {
            length = 0;
            return true;
        }
        if (length > 0 && buffer[start + length - 1] == '\r') {
            length--;
        }
        if (number == 1 && length >= 3 && buffer[start] == (byte) 0xEF && buffer[start + 1] == (byte) 0xBB) {
            start += 3;
            length -= 3;
        }
        return true;
    }

    /// Reads more behind what is not yet taken.
    ///
    /// @return how far the kept bytes moved towards the start
    private int fill() throws IOException {
        int moved = from;
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            ended = true;
        } else {
            to += read;
        }
        return moved;
    }
}
