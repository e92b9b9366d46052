package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.Graph;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of a distributed Map state: its children's inputs, the children, and its limits.
///
/// *Shape* of its journal: the run, each input, `planned`, then the records of the children, marked `x` with their
/// index. *Threading*: safe for concurrent use.
public final class MapRun {

    private final ObjectNode head;
    private final Consumer<ObjectNode> sink;
    private final List<JsonNode> inputs = new ArrayList<>();
    private final TreeMap<Integer, Execution> children = new TreeMap<>();
    private final Set<Integer> toRedrive = new HashSet<>();
    private @Nullable Graph graph;
    private boolean planned;
    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private @Nullable Instant stopped;
    private int redrives;
    private @Nullable Instant redriven;
    private MapLimits limits;

    MapRun(ObjectNode head, Consumer<ObjectNode> sink) {
        this.head = head;
        this.sink = sink;
        this.limits = MapLimits.fromJson(head);
    }

    /// What a Map Run is made of.
    record Plan(String arn, String executionArn, Program program, Graph graph, MapLimits limits) {

        ObjectNode toJson(Instant now) {
            var json = Json.object()
                    .put("k", "run")
                    .put("arn", arn)
                    .put("executionArn", executionArn)
                    .put("t", now.toEpochMilli());
            json.set("program", program.toJson());
            json.setAll(limits.toJson());
            return json;
        }
    }

    /// The limits of a run, which may be changed while it goes on.
    ///
    /// @param maxConcurrency how many children run at a time, 0 for as many as there are
    public record MapLimits(int maxConcurrency, double toleratedCount, double toleratedPercentage) {

        ObjectNode toJson() {
            return Json.object()
                    .put("maxConcurrency", maxConcurrency)
                    .put("toleratedCount", toleratedCount)
                    .put("toleratedPercentage", toleratedPercentage);
        }

        static MapLimits fromJson(JsonNode node) {
            return new MapLimits(
                    node.path("maxConcurrency").asInt(),
                    node.path("toleratedCount").asDouble(),
                    node.path("toleratedPercentage").asDouble());
        }

        MapThreshold threshold() {
            return new MapThreshold(toleratedCount, toleratedPercentage);
        }
    }

    /// Takes in a record of the run itself that the journal already has.
    synchronized void replay(ObjectNode record) {
        switch (record.path("k").asText()) {
            case "input" -> inputs.add(record.path("in"));
            case "planned" -> planned = true;
            case "limits" -> limits = MapLimits.fromJson(record);
            case "runend" -> {
                status = ExecutionStatus.valueOf(record.path("status").asText());
                stopped = Instant.ofEpochMilli(record.path("t").asLong());
            }
            case "runredrive" -> {
                status = ExecutionStatus.RUNNING;
                stopped = null;
                redrives++;
                redriven = Instant.ofEpochMilli(record.path("t").asLong());
                children.forEach((index, child) -> {
                    if (child.log().status() != ExecutionStatus.SUCCEEDED) {
                        toRedrive.add(index);
                    }
                });
            }
            default -> {}
        }
    }

    synchronized void append(ObjectNode record) {
        sink.accept(record);
        replay(record);
    }

    /// Writes down what the children are to be given; until this is done, the items are read again after a restart.
    synchronized void plan(List<JsonNode> childInputs) {
        inputs.clear();
        childInputs.forEach(input -> {
            var record = Json.object().put("k", "input");
            append(record.set("in", input));
        });
        append(Json.object().put("k", "planned"));
    }

    /// Forgets inputs of a plan that was not finished.
    synchronized void discardUnfinishedPlan() {
        if (!planned) {
            inputs.clear();
        }
    }

    synchronized boolean isPlanned() {
        return planned;
    }

    synchronized JsonNode input(int index) {
        return inputs.get(index);
    }

    synchronized void add(Execution child) {
        children.put(child.origin().index(), child);
    }

    synchronized @Nullable Execution child(int index) {
        return children.get(index);
    }

    /// Whether the child failed before the last redrive and has not been started again since.
    synchronized boolean takeRedrive(int index) {
        return toRedrive.remove(index);
    }

    /// The graph of the children, once the Map state has been reached again after a restart.
    synchronized Graph graph() {
        if (graph == null) {
            throw new IllegalStateException("Map Run %s is not attached to its state".formatted(arn()));
        }
        return graph;
    }

    synchronized void attach(Graph processor) {
        graph = processor;
    }

    synchronized boolean thresholdExceeded() {
        int failed = (int) children.values().stream()
                .filter(child -> !toRedrive.contains(child.origin().index()))
                .map(child -> child.log().status())
                .filter(s -> s == ExecutionStatus.FAILED || s == ExecutionStatus.TIMED_OUT)
                .count();
        return limits.threshold().exceeded(failed, inputs.size());
    }

    /// Its ARN.
    public String arn() {
        return head.path("arn").asText();
    }

    /// The execution whose state it is.
    public String executionArn() {
        return head.path("executionArn").asText();
    }

    Program program() {
        return Program.fromJson(head.path("program"));
    }

    /// The machine that its children belong to.
    public String machineArn() {
        return program().machineArn();
    }

    /// When it began.
    public Instant started() {
        return Instant.ofEpochMilli(head.path("t").asLong());
    }

    /// When it ended, or null.
    public synchronized @Nullable Instant stopped() {
        return stopped;
    }

    /// Where it stands.
    public synchronized ExecutionStatus status() {
        return status;
    }

    /// Its limits as they are now.
    public synchronized MapLimits limits() {
        return limits;
    }

    /// Changes the limits of a run that goes on.
    public void limit(MapLimits newLimits) {
        append(newLimits.toJson().put("k", "limits"));
    }

    /// How often it was redriven.
    public synchronized int redrives() {
        return redrives;
    }

    /// When it was last redriven, or null.
    public synchronized @Nullable Instant redriven() {
        return redriven;
    }

    /// Its children so far, by index.
    public synchronized List<Execution> children() {
        return List.copyOf(children.values());
    }

    /// How many children there are to be.
    public synchronized int total() {
        return inputs.size();
    }

    /// How many items the given child takes.
    public synchronized int items(int index) {
        var items = inputs.get(index).path("Items");
        return items.isArray() && !items.isEmpty() ? items.size() : 1;
    }
}
