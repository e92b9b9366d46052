package dev.ferry.asapp.events;

import dev.ferry.asapp.batch.LineReader;
import dev.ferry.asapp.batch.SourceLines;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The bodies of stored events, a line of a file each, read as they are asked for. May be gone through once.
///
/// *Shape*: JSON Lines; compressed when the name ends in `.gz`. An empty line is an empty body, so that the place
/// of a body is the number of its line.
///
/// *Errors*: those of [SourceLines]. *Threading*: for one thread.
public final class EventLines implements Iterable<byte[]>, AutoCloseable {
    /// Events are small, and the receiver has a limit of its own. *Units*: bytes
    private static final int LONGEST = Integer.MAX_VALUE / 2;

    private final String key;
    private final SourceLines lines;

    private EventLines(String key, SourceLines lines) {
        this.key = key;
        this.lines = lines;
    }

    /// The events of a file.
    public static EventLines open(SourceStore store, SourceObject object) {
        return new EventLines(
                object.key(), SourceLines.open(store, object, object.key().endsWith(".gz"), LONGEST));
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Bodies();
    }

    /// Why the file cannot be read on after the last body; empty for one that was read to its end.
    public Optional<String> fault() {
        return lines.fault();
    }

    @Override
    public void close() {
        lines.close();
    }

    private final class Bodies implements Iterator<byte[]> {
        private boolean ahead;

        @Override
        public boolean hasNext() {
            ahead = ahead || lines.next();
            return ahead;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there is no further event in " + key);
            }
            ahead = false;
            LineReader line = lines.line();
            return Arrays.copyOfRange(line.buffer(), line.start(), line.start() + line.length());
        }
    }
}
