package dev.ferry.asapp.events;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;

/// The bodies of stored events, a line of a file each, read as they are asked for. May be gone through once.
///
/// *Shape*: JSON Lines; compressed when the name ends in `.gz`. Empty lines are passed over.
///
/// *Errors*: [ErrorCode#SOURCE_UNREADABLE] for a file that cannot be opened; `UncheckedIOException` when it breaks
/// off. *Threading*: for one thread.
public final class EventLines implements Iterable<byte[]>, AutoCloseable {
    private final String key;
    private final BufferedReader reader;

    private EventLines(String key, BufferedReader reader) {
        this.key = key;
        this.reader = reader;
    }

    /// The events of a file.
    public static EventLines open(SourceStore store, String key) {
        try {
            InputStream raw = store.open(key);
            InputStream in = key.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            return new EventLines(key, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "cannot read the events in " + key, e);
        }
    }

    @Override
    public Iterator<byte[]> iterator() {
        return reader.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .iterator();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + key, e);
        }
    }
}
