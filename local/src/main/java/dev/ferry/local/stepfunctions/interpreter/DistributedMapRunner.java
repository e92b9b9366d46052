package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.Visible;
import java.util.ArrayList;
import java.util.List;

/// Runs one attempt at a distributed Map state: a Map Run whose children are executions of their own.
final class DistributedMapRunner {

    private static final int MOST_CHILDREN = 10_000;

    private final Surroundings surroundings;
    private final DataFlow data;
    private final ItemSource source;
    private final Batches batches;
    private final ResultExport results;

    DistributedMapRunner(Surroundings surroundings, DataFlow data) {
        this.surroundings = surroundings;
        this.data = data;
        this.source = new ItemSource(data.queries(), surroundings.services().objects());
        this.batches = new Batches(data.queries());
        this.results = new ResultExport(data.queries(), surroundings.services().objects());
    }

    JsonNode run(Turn turn, State.MapState state) {
        var done = turn.find("result");
        if (done.isPresent()) {
            return done.get().path("out");
        }
        var entered = data.entering(state.head(), turn.visible());
        started(turn, state, entered);
        var run = mapRun(turn, state, entered);
        try {
            if (!run.isPlanned()) {
                run.discardUnfinishedPlan();
                run.plan(inputs(turn, state, entered));
            }
            runChildren(turn, run);
        } catch (StateFailure e) {
            fail(turn, run, e);
            results.write(state, run, entered);
            throw e;
        } catch (Halted e) {
            if (turn.frame().scope().halted() == Scope.Reason.ABORTED) {
                run.append(end(ExecutionStatus.ABORTED));
            }
            throw e;
        }
        var result = results.write(state, run, entered);
        run.append(end(ExecutionStatus.SUCCEEDED));
        turn.event("done", "MapRunSucceeded");
        var record = Json.object().put("k", "result");
        record.set("out", result);
        turn.event(record, "MapStateSucceeded", "", Json.object());
        return result;
    }

    private void started(Turn turn, State.MapState state, Visible entered) {
        boolean reads = state.head().has("ItemReader");
        if (turn.find("container").isEmpty()) {
            int length = reads
                    ? 0
                    : ItemSource.elements(MapRunner.items(data.queries(), state, entered))
                            .size();
            turn.event(
                    "container",
                    "MapStateStarted",
                    "mapStateStartedEventDetails",
                    Json.object().put("length", length));
        }
    }

    private ObjectNode end(ExecutionStatus status) {
        return Json.object()
                .put("k", "runend")
                .put("status", status.name())
                .put("t", surroundings.timekeeper().now().toEpochMilli());
    }

    private void fail(Turn turn, MapRun run, StateFailure failure) {
        var shown = Json.object();
        if (failure.error() != null) {
            shown.put("error", failure.error());
        }
        if (failure.cause() != null) {
            shown.put("cause", failure.cause());
        }
        turn.event("failed", "MapRunFailed", "mapRunFailedEventDetails", shown);
        run.append(end(ExecutionStatus.FAILED));
    }

    private MapRun mapRun(Turn turn, State.MapState state, Visible entered) {
        int limit = MapRunner.concurrency(data.queries(), state, entered, MOST_CHILDREN);
        var threshold = MapThreshold.read(data.queries(), state, entered);
        if (turn.find("maprun").isEmpty()) {
            var program = turn.frame().execution().program();
            var uuid = surroundings.chance().uuid().toString();
            var label = state.head().text("Label", uuid);
            var arn = program.machineArn().replaceFirst(":stateMachine:", ":mapRun:") + "/" + label + ":"
                    + surroundings.chance().uuid();
            turn.event(
                    Json.object().put("k", "maprun").put("arn", arn).put("label", label),
                    "MapRunStarted",
                    "mapRunStartedEventDetails",
                    Json.object().put("mapRunArn", arn));
        }
        var noted = turn.find("maprun").orElseThrow();
        var limits = new MapRun.MapLimits(limit, threshold.count(), threshold.percentage());
        var run = surroundings
                .executions()
                .mapRun(new MapRun.Plan(
                        noted.path("arn").asText(),
                        turn.frame().execution().origin().arn(),
                        childProgram(turn, state, noted.path("label").asText()),
                        state.processor(),
                        limits));
        run.attach(state.processor());
        if (run.status() != ExecutionStatus.RUNNING && run.status() != ExecutionStatus.SUCCEEDED) {
            run.append(Json.object()
                    .put("k", "runredrive")
                    .put("t", surroundings.timekeeper().now().toEpochMilli()));
            turn.event(
                    "iteration",
                    "MapRunRedriven",
                    "mapRunRedrivenEventDetails",
                    Json.object().put("mapRunArn", run.arn()).put("redriveCount", run.redrives()));
        }
        return run;
    }

    private static Program childProgram(Turn turn, State.MapState state, String label) {
        var parent = turn.frame().execution().program();
        var fields = state.head().fields();
        var processor = fields.has("Iterator") ? fields.get("Iterator") : fields.path("ItemProcessor");
        return new Program(
                parent.machineArn() + "/" + label,
                parent.machineName() + "/" + label,
                parent.roleArn(),
                Json.text(processor),
                processor.path("ProcessorConfig").path("ExecutionType").asText().equals("EXPRESS"),
                null,
                null,
                null);
    }

    private List<JsonNode> inputs(Turn turn, State.MapState state, Visible entered) {
        var items = state.head().has("ItemReader")
                ? source.read(state, entered)
                : ItemSource.elements(MapRunner.items(data.queries(), state, entered));
        var selected = new ArrayList<JsonNode>();
        for (int i = 0; i < items.size(); i++) {
            selected.add(MapRunner.select(data, turn, state, MapRunner.mapItem(i, items.get(i))));
        }
        return batches.pack(state, selected, entered);
    }

    private void runChildren(Turn turn, MapRun run) {
        if (run.thresholdExceeded()) {
            throw exceeded();
        }
        int limit = run.limits().maxConcurrency() == 0
                ? MOST_CHILDREN
                : run.limits().maxConcurrency();
        var gang = new Gang(surroundings.timekeeper(), turn.frame().scope(), limit);
        gang.run(run.total(), index -> () -> {
            surroundings.executions().runChild(run, index, gang.scope());
            if (run.thresholdExceeded()) {
                throw exceeded();
            }
            return Json.MAPPER.nullNode();
        });
    }

    private static StateFailure exceeded() {
        return new StateFailure(
                "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");
    }
}
