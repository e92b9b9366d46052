package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file of the source, as far as the file can be read.
///
/// A file that is broken as it lies there (truncated, corrupt, not compressed at all) ends at its fault: the lines
/// before it are good. A read that broke off on its way is another matter: reading again may heal it. The two are
/// told apart by whether all bytes of the file have arrived.
///
/// *Errors*: `SOURCE_UNAVAILABLE` when the read broke off or stopped short of the file's size; those of the store.
/// *Threading*: one thread.
public final class SourceLines implements AutoCloseable {
    private static final int READ_BUFFER = 64 * 1024;
    private static final int SMALLEST_BUFFER = 512;

    private final SourceObject object;
    private final Arriving raw;
    private @Nullable LineReader lines;
    private @Nullable String fault;

    private SourceLines(SourceObject object, Arriving raw) {
        this.object = object;
        this.raw = raw;
    }

    /// Opens a file.
    ///
    /// @param longest the longest line that is taken. *Units*: bytes
    public static SourceLines open(SourceStore store, SourceObject object, boolean gzip, int longest) {
        SourceLines opened = new SourceLines(object, new Arriving(store.open(object.key()), object.size()));
        try {
            int buffer = Math.clamp(object.size(), SMALLEST_BUFFER, READ_BUFFER);
            InputStream in = gzip ? new GZIPInputStream(opened.raw, buffer) : opened.raw;
            opened.lines = new LineReader(in, longest);
        } catch (IOException e) {
            opened.settle(e);
        }
        return opened;
    }

    /// Opens the file of a unit of work.
    static SourceLines open(SourceStore store, WorkUnit unit, int longest) {
        return open(store, new SourceObject(unit.key(), unit.size(), unit.etag()), unit.gzip(), longest);
    }

    /// Moves to the next line; false at the end and at a fault.
    public boolean next() {
        LineReader reader = lines;
        if (reader == null || fault != null) {
            return false;
        }
        try {
            if (reader.next()) {
                return true;
            }
            requireAll();
        } catch (IOException e) {
            settle(e);
        }
        return false;
    }

    /// The line, until the next one is asked for.
    public LineReader line() {
        LineReader reader = lines;
        if (reader == null) {
            throw new IllegalStateException("there is no line in " + object.key());
        }
        return reader;
    }

    /// Why the file cannot be read on after the last line; empty for one that was read to its end.
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + object.key(), e);
        }
    }

    private void settle(IOException e) {
        if (raw.broken != null) {
            throw brokeOff(raw.broken);
        }
        try {
            requireAll();
        } catch (IOException later) {
            later.addSuppressed(e);
            throw brokeOff(later);
        }
        // What the JDK says of a broken compression has no bytes of the file in it.
        fault = e instanceof EOFException
                ? "the file is truncated: it ends in the middle of its compressed bytes"
                : "its compression is broken: " + e.getMessage();
    }

    private void requireAll() throws IOException {
        raw.skipToEnd();
        if (raw.arrived < object.size()) {
            throw new FerryException(
                    ErrorCode.SOURCE_UNAVAILABLE,
                    "only %d of the %d bytes of %s arrived".formatted(raw.arrived, object.size(), object.key()));
        }
    }

    private FerryException brokeOff(IOException e) {
        return new FerryException(
                ErrorCode.SOURCE_UNAVAILABLE,
                "the read of %s broke off after %d of %d bytes".formatted(object.key(), raw.arrived, object.size()),
                e);
    }

    /// The bytes as they arrive. A read fills what it is given, so that the same file is cut in the same places
    /// whatever the network does, and a fault is met after the same lines.
    private static final class Arriving extends FilterInputStream {
        private final long size;
        private long arrived;
        private @Nullable IOException broken;

        Arriving(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            try {
                int read = in.readNBytes(buffer, from, length);
                arrived += read;
                return read == 0 && length > 0 ? -1 : read;
            } catch (IOException e) {
                broken = e;
                throw e;
            }
        }

        // By this the JDK decides whether another compressed part follows; of a network it would know too little.
        @Override
        public int available() {
            return arrived < size ? 1 : 0;
        }

        void skipToEnd() throws IOException {
            if (arrived >= size) {
                return;
            }
            byte[] rest = new byte[READ_BUFFER];
            int read = 0;
            while (read >= 0) {
                read = read(rest, 0, rest.length);
            }
        }
    }
}
