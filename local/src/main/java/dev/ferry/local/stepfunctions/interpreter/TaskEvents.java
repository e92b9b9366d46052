package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.asl.TaskTarget;
import dev.ferry.local.stepfunctions.query.Json;
import org.jspecify.annotations.Nullable;

/// The history events of a task: `LambdaFunction...` for a function ARN, `Task...` for everything else.
final class TaskEvents {

    private final Turn turn;
    private final TaskTarget target;

    TaskEvents(Turn turn, TaskTarget target) {
        this.turn = turn;
        this.target = target;
    }

    private ObjectNode details() {
        return switch (target) {
            case TaskTarget.Function ignored -> Json.object();
            case TaskTarget.Integration call ->
                Json.object().put("resourceType", call.service().type()).put("resource", call.action());
        };
    }

    private void write(ObjectNode record, String what, ObjectNode details) {
        boolean function = target instanceof TaskTarget.Function;
        var field = (function ? "lambdaFunction" : "task") + what + "EventDetails";
        turn.event(record, (function ? "LambdaFunction" : "Task") + what, field, details);
    }

    void scheduled(ObjectNode record, JsonNode arguments, String region) {
        var details = details();
        switch (target) {
            case TaskTarget.Function function -> {
                details.put("resource", function.resource()).put("input", Json.text(arguments));
                details.set("inputDetails", Json.object().put("truncated", false));
            }
            case TaskTarget.Integration ignored ->
                details.put("region", region).put("parameters", Json.text(arguments));
        }
        if (record.has("timeout")) {
            details.set("timeoutInSeconds", record.get("timeout"));
        }
        if (record.has("heartbeat")) {
            details.set("heartbeatInSeconds", record.get("heartbeat"));
        }
        write(record, "Scheduled", details);
    }

    void started() {
        if (target instanceof TaskTarget.Function) {
            turn.event("started", "LambdaFunctionStarted");
        } else {
            write(kind("started"), "Started", details());
        }
    }

    void submitted(JsonNode answer) {
        write(kind("submitted"), "Submitted", output(answer));
    }

    void succeeded(JsonNode result) {
        write(kind("result"), "Succeeded", output(result));
    }

    private ObjectNode output(JsonNode value) {
        var details = details().put("output", Json.text(value));
        details.set("outputDetails", Json.object().put("truncated", false));
        return details;
    }

    void failed(@Nullable String error, @Nullable String cause, boolean timedOut) {
        var details = details();
        if (error != null) {
            details.put("error", error);
        }
        if (cause != null) {
            details.put("cause", cause);
        }
        write(kind("failed"), timedOut ? "TimedOut" : "Failed", details);
    }

    /// The recorded result of the current attempt, if it has one.
    @Nullable
    JsonNode recordedResult() {
        var field = (target instanceof TaskTarget.Function ? "lambdaFunction" : "task") + "SucceededEventDetails";
        return turn.find("result")
                .map(record -> Json.parseOwn(
                        record.path("e").path(field).path("output").asText()))
                .orElse(null);
    }

    /// The recorded failure of the current attempt, if it has one.
    @Nullable
    StateFailure recordedFailure() {
        return turn.find("failed")
                .map(record -> {
                    for (var entry : record.path("e").properties()) {
                        if (entry.getKey().endsWith("EventDetails")) {
                            return new StateFailure(
                                    entry.getValue().path("error").textValue(),
                                    entry.getValue().path("cause").textValue());
                        }
                    }
                    return new StateFailure(null, null);
                })
                .orElse(null);
    }

    private static ObjectNode kind(String kind) {
        return Json.object().put("k", kind);
    }
}
