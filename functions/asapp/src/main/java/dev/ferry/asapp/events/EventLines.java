package dev.ferry.asapp.events;

import dev.ferry.asapp.batch.LineReader;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/// The bodies of stored events, a line of a file each, read as they are asked for. May be gone through once.
///
/// *Shape*: JSON Lines; compressed when the name ends in `.gz`. An empty line is an empty body, so that the place
/// of a body is the number of its line.
///
/// *Errors*: [ErrorCode#SOURCE_UNREADABLE] for a file that cannot be opened; `UncheckedIOException` when it breaks
/// off. *Threading*: for one thread.
public final class EventLines implements Iterable<byte[]>, AutoCloseable {
    /// Events are small, and the receiver has a limit of its own. *Units*: bytes
    private static final int LONGEST = Integer.MAX_VALUE / 2;

    private final String key;
    private final InputStream in;

    private EventLines(String key, InputStream in) {
        this.key = key;
        this.in = in;
    }

    /// The events of a file.
    public static EventLines open(SourceStore store, String key) {
        try {
            InputStream raw = store.open(key);
            return new EventLines(key, key.endsWith(".gz") ? new GZIPInputStream(raw) : raw);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot read the events in " + key, e);
        }
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Bodies(new LineReader(in, LONGEST));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + key, e);
        }
    }

    private final class Bodies implements Iterator<byte[]> {
        private final LineReader lines;
        private boolean ahead;

        Bodies(LineReader lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            try {
                ahead = ahead || lines.next();
                return ahead;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read on in " + key, e);
            }
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no event after line " + lines.number() + " of " + key);
            }
            ahead = false;
            return Arrays.copyOfRange(lines.buffer(), lines.start(), lines.start() + lines.length());
        }
    }
}
