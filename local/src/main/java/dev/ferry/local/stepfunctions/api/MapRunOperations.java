package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.interpreter.Engine;
import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import dev.ferry.local.stepfunctions.interpreter.MapRun;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.EnumMap;

/// Operations on Map Runs.
final class MapRunOperations {

    private final Engine engine;

    MapRunOperations(Engine engine) {
        this.engine = engine;
    }

    static ServiceException noRun(String arn) {
        return new ServiceException("ResourceNotFound", "Resource not found: '%s'".formatted(arn));
    }

    private MapRun run(Request request) {
        var arn = request.arn("mapRunArn", "mapRun");
        return engine.findMapRun(arn).orElseThrow(() -> noRun(arn));
    }

    JsonNode list(Request request) {
        var arn = request.arn("executionArn", "execution");
        if (engine.find(arn).isEmpty()) {
            throw ServiceException.noExecution(arn);
        }
        return request.page().of(engine.mapRuns(arn), "mapRuns", run -> {
            var item = Json.object()
                    .put("executionArn", run.executionArn())
                    .put("mapRunArn", run.arn())
                    .put("stateMachineArn", run.machineArn())
                    .put("startDate", Account.date(run.started()));
            var stopped = run.stopped();
            return stopped == null ? item : item.put("stopDate", Account.date(stopped));
        });
    }

    JsonNode describe(Request request) {
        var run = run(request);
        var limits = run.limits();
        var answer = Json.object()
                .put("mapRunArn", run.arn())
                .put("executionArn", run.executionArn())
                .put("status", run.status().name())
                .put("startDate", Account.date(run.started()))
                .put("maxConcurrency", limits.maxConcurrency() >= 10_000 ? 0 : limits.maxConcurrency())
                .put("toleratedFailureCount", (long) Math.min(limits.toleratedCount(), Integer.MAX_VALUE))
                .put(
                        "toleratedFailurePercentage",
                        limits.toleratedPercentage() >= 100 && limits.toleratedCount() == 0
                                ? 0
                                : limits.toleratedPercentage())
                .put("redriveCount", run.redrives());
        answer.set("executionCounts", counts(run, false));
        answer.set("itemCounts", counts(run, true));
        var stopped = run.stopped();
        if (stopped != null) {
            answer.put("stopDate", Account.date(stopped));
        }
        var redriven = run.redriven();
        return redriven == null ? answer : answer.put("redriveDate", Account.date(redriven));
    }

    private static ObjectNode counts(MapRun run, boolean items) {
        var byStatus = new EnumMap<ExecutionStatus, Integer>(ExecutionStatus.class);
        int all = 0;
        for (int i = 0; i < run.total(); i++) {
            all += items ? run.items(i) : 1;
        }
        int begun = 0;
        for (var child : run.children()) {
            int weight = items ? run.items(child.origin().index()) : 1;
            byStatus.merge(child.log().status(), weight, Integer::sum);
            begun += weight;
        }
        boolean written = run.status() != ExecutionStatus.RUNNING;
        int succeeded = byStatus.getOrDefault(ExecutionStatus.SUCCEEDED, 0);
        return Json.object()
                .put("aborted", byStatus.getOrDefault(ExecutionStatus.ABORTED, 0))
                .put("failed", byStatus.getOrDefault(ExecutionStatus.FAILED, 0))
                .put("failuresNotRedrivable", 0)
                .put("pending", all - begun)
                .put("pendingRedrive", 0)
                .put("resultsWritten", written ? succeeded : 0)
                .put("running", byStatus.getOrDefault(ExecutionStatus.RUNNING, 0))
                .put("succeeded", succeeded)
                .put("timedOut", byStatus.getOrDefault(ExecutionStatus.TIMED_OUT, 0))
                .put("total", all);
    }

    JsonNode update(Request request) {
        var run = run(request);
        var old = run.limits();
        var body = request.body();
        run.limit(new MapRun.MapLimits(
                body.path("maxConcurrency").asInt(old.maxConcurrency()),
                body.path("toleratedFailureCount").asDouble(old.toleratedCount()),
                body.path("toleratedFailurePercentage").asDouble(old.toleratedPercentage())));
        return Json.object();
    }
}
