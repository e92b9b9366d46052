package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The journal of one execution and what its replay comes to: status, history and frames.
///
/// *Shape* of a record: `k` kind, `f` frame, `e` history event as the API shows it, and fields of the kind.
/// *Threading*: safe for concurrent use; one lock orders the records.
public final class ExecutionLog {

    /// The most events a history may have.
    static final int EVENT_LIMIT = 25_000;

    private final Supplier<Instant> now;
    private final Consumer<ObjectNode> sink;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Map<String, FrameLog> frames = new HashMap<>();
    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private @Nullable Instant stopped;
    private @Nullable String output;
    private @Nullable String error;
    private @Nullable String cause;
    private int redrives;
    // Of which end, counted by redrives before it, the listeners were told.
    private int told = -1;
    private @Nullable Instant redriven;

    ExecutionLog(Supplier<Instant> now, Consumer<ObjectNode> sink) {
        this.now = now;
        this.sink = sink;
    }

    /// Takes in a record that the journal already has.
    synchronized void replay(ObjectNode record) {
        var kind = record.path("k").asText();
        if (record.get("e") instanceof ObjectNode event) {
            events.add(event);
        }
        switch (kind) {
            case "start", "begun" -> {}
            case "end" -> end(record);
            case "redrive" -> redrive(record);
            case "told" -> told = record.path("n").asInt();
            default -> frame(record.path("f").asText()).apply(kind, record);
        }
    }

    private void end(ObjectNode record) {
        status = ExecutionStatus.valueOf(record.path("status").asText());
        stopped = Instant.ofEpochMilli(record.path("t").asLong());
        output = record.path("output").textValue();
        error = record.path("error").textValue();
        cause = record.path("cause").textValue();
    }

    private void redrive(ObjectNode record) {
        status = ExecutionStatus.RUNNING;
        stopped = null;
        error = null;
        cause = null;
        redrives++;
        redriven = Instant.ofEpochMilli(record.path("t").asLong());
        frames.values().forEach(FrameLog::redrive);
    }

    /// Adds a record; a running execution only.
    synchronized void append(ObjectNode record) {
        if (status != ExecutionStatus.RUNNING) {
            throw new Halted();
        }
        sink.accept(record);
        replay(record);
    }

    /// Adds a record with a history event in the given frame.
    ///
    /// @param details the event's one detail field, or an empty object
    synchronized long event(String frame, String type, ObjectNode details, ObjectNode record) {
        if (status != ExecutionStatus.RUNNING) {
            throw new Halted();
        }
        if (events.size() >= EVENT_LIMIT - 1 && !record.path("k").asText().equals("end")) {
            throw StateFailure.runtime("The execution reached the maximum number of history events (25000).");
        }
        record.put("f", frame);
        record.set("e", newEvent(type, frame(frame).lastEvent(), details));
        append(record);
        return events.size();
    }

    private ObjectNode newEvent(String type, long previous, ObjectNode details) {
        var event = Json.object()
                .put("id", events.size() + 1)
                .put("previousEventId", previous)
                .put("timestamp", now.get().toEpochMilli() / 1000.0)
                .put("type", type);
        event.setAll(details);
        return event;
    }

    /// Ends the execution, unless it has ended.
    ///
    /// @return whether this call ended it
    synchronized boolean end(ExecutionStatus as, ObjectNode outcome) {
        if (status != ExecutionStatus.RUNNING) {
            return false;
        }
        var details = Json.object();
        var field = as.event().replaceFirst("^E", "e") + "EventDetails";
        var shown = outcome.deepCopy();
        if (shown.has("output")) {
            shown.set("outputDetails", Json.object().put("truncated", false));
        }
        details.set(field, shown);
        var record = Json.object()
                .put("k", "end")
                .put("status", as.name())
                .put("t", now.get().toEpochMilli());
        record.setAll(outcome);
        var previous = as == ExecutionStatus.ABORTED || as == ExecutionStatus.TIMED_OUT
                ? 0
                : frame("").lastEvent();
        record.set("e", newEvent(as.event(), previous, details));
        append(record);
        return true;
    }

    /// Makes an ended execution run again from where it failed.
    synchronized boolean tryRedrive() {
        if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED) {
            return false;
        }
        var record = Json.object().put("k", "redrive").put("t", now.get().toEpochMilli());
        var details = Json.object();
        details.set("executionRedrivenEventDetails", Json.object().put("redriveCount", redrives + 1));
        record.set("e", newEvent("ExecutionRedriven", events.size(), details));
        sink.accept(record);
        replay(record);
        return true;
    }

    /// Notes that the listeners were told of an end.
    ///
    /// @param before how many redrives there were before it
    synchronized void told(int before) {
        var record = Json.object().put("k", "told").put("n", before);
        sink.accept(record);
        replay(record);
    }

    /// Whether it has ended without its listeners being told.
    synchronized boolean isUntold() {
        return status != ExecutionStatus.RUNNING && told != redrives;
    }

    /// The tokens of tasks that wait for an answer, with the frames they are in.
    synchronized Map<String, String> openTokens() {
        var open = new HashMap<String, String>();
        frames.forEach((path, frame) -> frame.find("sched")
                .filter(record -> record.has("token") && frame.find("answer").isEmpty())
                .filter(record -> frame.find("failed").isEmpty())
                .ifPresent(record -> open.put(record.path("token").asText(), path)));
        return open;
    }

    /// Reads something of a frame.
    synchronized <T> T read(String frame, Function<FrameLog, T> reading) {
        return reading.apply(frame(frame));
    }

    private FrameLog frame(String path) {
        return frames.computeIfAbsent(path, ignored -> new FrameLog());
    }

    /// The history so far, as the API shows it.
    public synchronized List<ObjectNode> events() {
        return List.copyOf(events);
    }

    /// Where the execution stands.
    public synchronized ExecutionStatus status() {
        return status;
    }

    /// When it ended, or null while it runs.
    public synchronized @Nullable Instant stopped() {
        return stopped;
    }

    /// The output's JSON text, or null.
    public synchronized @Nullable String output() {
        return output;
    }

    /// The error name, or null.
    public synchronized @Nullable String error() {
        return error;
    }

    /// The cause, or null.
    public synchronized @Nullable String cause() {
        return cause;
    }

    /// How often it was redriven.
    public synchronized int redrives() {
        return redrives;
    }

    /// When it was last redriven, or null.
    public synchronized @Nullable Instant redriven() {
        return redriven;
    }

    /// The output's value once it has succeeded.
    synchronized JsonNode outputValue() {
        return output == null ? Json.MAPPER.nullNode() : Json.parseOwn(output);
    }
}
