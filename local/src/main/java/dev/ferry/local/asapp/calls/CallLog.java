package dev.ferry.local.asapp.calls;

import dev.ferry.local.journal.RecordLog;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Every request since the state directory was made: all of them in an append-only file, the latest in memory too.
///
/// A request is in the file before its answer leaves, so whatever a client was told is written down.
///
/// *Threading*: safe for concurrent use.
public final class CallLog implements AutoCloseable {
    private final RecordLog<CallRecord> log;

    /// Opens the log of a state directory, without reading it: see [#replay].
    public CallLog(Path stateDirectory) {
        this.log = new RecordLog<>(stateDirectory.resolve("calls.jsonl"), CallRecord::of);
    }

    /// Hands out the requests of earlier starts, in their order; must be called once, before the first [#add].
    public void replay(Consumer<CallRecord> earlier) {
        log.replay(earlier);
    }

    /// Writes one down; its `seq` is given here.
    public void add(CallRecord call) {
        log.add(call);
    }

    /// The latest requests, oldest first.
    public List<CallRecord> latest() {
        return log.latest();
    }

    /// All requests of the file, in their order, up to the number that was the last when this was called.
    public void all(Consumer<CallRecord> each) {
        log.all(each);
    }

    @Override
    public void close() {
        log.close();
    }
}
