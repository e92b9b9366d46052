package dev.ferry.local.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Every record since a file was made: all of them in the file, which only grows, the latest in memory too.
///
/// A record is in the file when [#add] returns.
///
/// *Threading*: safe for concurrent use.
///
/// @param <R> what is recorded
public final class RecordLog<R extends RecordLog.Entry<R>> implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int IN_MEMORY = 100_000;

    private final Path file;
    private final Function<JsonNode, R> reader;
    private final Journal journal;
    private final Deque<R> latest = new ArrayDeque<>();
    private long last;

    /// What can be recorded.
    ///
    /// @param <R> its own type
    public interface Entry<R> {
        /// Its place in the order of records, from 1.
        long seq();

        /// The same with its place.
        R numbered(long seq);

        /// As one JSON object.
        ObjectNode json();
    }

    /// Opens the log, without reading it: see [#replay].
    public RecordLog(Path file, Function<JsonNode, R> reader) {
        this.file = file;
        this.reader = reader;
        try {
            this.journal = new Journal(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening " + file, e);
        }
    }

    /// Hands out the records of earlier starts, in their order; must be called once, before the first [#add].
    public synchronized void replay(Consumer<R> earlier) {
        try {
            journal.replay(line -> {
                R entry = reader.apply(JSON.readTree(line));
                remember(entry);
                earlier.accept(entry);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    /// Writes one down; its `seq` is given here.
    public synchronized void add(R entry) {
        R numbered = entry.numbered(last + 1);
        try {
            journal.append((JSON.writeValueAsString(numbered.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to " + file, e);
        }
        remember(numbered);
    }

    /// The latest records, oldest first.
    public synchronized List<R> latest() {
        return List.copyOf(latest);
    }

    /// All records of the file, in their order, up to the one that was the last when this was called.
    public void all(Consumer<R> each) {
        long end = lastSeq();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                R entry = reader.apply(JSON.readTree(line));
                each.accept(entry);
                if (entry.seq() >= end) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing " + file, e);
        }
    }

    private synchronized long lastSeq() {
        return last;
    }

    private void remember(R entry) {
        last = entry.seq();
        latest.addLast(entry);
        if (latest.size() > IN_MEMORY) {
            latest.removeFirst();
        }
    }
}
