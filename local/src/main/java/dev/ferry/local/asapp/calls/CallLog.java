package dev.ferry.local.asapp.calls;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.journal.Journal;
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

/// Every request since the state directory was made: all of them in an append-only file, the latest in memory too.
///
/// A request is in the file before its answer leaves, so whatever a client was told is written down.
///
/// *Threading*: safe for concurrent use.
public final class CallLog implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int IN_MEMORY = 100_000;

    private final Path file;
    private final Journal journal;
    private final Deque<CallRecord> latest = new ArrayDeque<>();
    private long last;

    /// Opens the log of a state directory, without reading it: see [#replay].
    public CallLog(Path stateDirectory) {
        this.file = stateDirectory.resolve("calls.jsonl");
        try {
            this.journal = new Journal(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening the call log " + file, e);
        }
    }

    /// Hands out the requests of earlier starts, in their order; must be called once, before the first [#add].
    public synchronized void replay(Consumer<CallRecord> earlier) {
        try {
            journal.replay(line -> {
                CallRecord call = CallRecord.of(JSON.readTree(line));
                remember(call);
                earlier.accept(call);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the call log " + file, e);
        }
    }

    /// Writes one down; its `seq` is given here.
    public synchronized void add(CallRecord call) {
        CallRecord numbered = call.numbered(last + 1);
        try {
            journal.append((JSON.writeValueAsString(numbered.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to the call log " + file, e);
        }
        remember(numbered);
    }

    /// The latest requests, oldest first.
    public synchronized List<CallRecord> latest() {
        return List.copyOf(latest);
    }

    /// All requests of the file, in their order, up to the number that was the last when this was called.
    public void all(Consumer<CallRecord> each) {
        long end = lastSeq();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                CallRecord call = CallRecord.of(JSON.readTree(line));
                each.accept(call);
                if (call.seq() >= end) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the call log " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the call log " + file, e);
        }
    }

    private synchronized long lastSeq() {
        return last;
    }

    private void remember(CallRecord call) {
        last = call.seq();
        latest.addLast(call);
        if (latest.size() > IN_MEMORY) {
            latest.removeFirst();
        }
    }
}
