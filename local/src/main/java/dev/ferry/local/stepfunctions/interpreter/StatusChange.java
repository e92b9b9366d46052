package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// The event that an execution has ended.
///
/// *Source*: Step Functions developer guide, events in EventBridge, "Step Functions Execution Status Change".
final class StatusChange {

    // A longer input is left out of the event, as AWS does it.
    private static final int LONGEST = 248 * 1024;

    private StatusChange() {}

    /// The event as EventBridge hands it on.
    static String of(Execution execution, String region, UUID id, Instant now) {
        var event = Json.object()
                .put("version", "0")
                .put("id", id.toString())
                .put("detail-type", "Step Functions Execution Status Change")
                .put("source", "aws.states")
                .put("account", execution.origin().arn().split(":", -1)[4])
                .put("time", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
        event.putArray("resources").add(execution.origin().arn());
        event.set("detail", detail(execution));
        return Json.text(event);
    }

    private static ObjectNode detail(Execution execution) {
        var origin = execution.origin();
        var log = execution.log();
        var stopped = log.stopped();
        var redriven = log.redriven();
        boolean included = origin.input().length() <= LONGEST;
        var detail = Json.object()
                .put("executionArn", origin.arn())
                .put("stateMachineArn", execution.program().machineArn())
                .put("stateMachineVersionArn", execution.program().versionArn())
                .put("stateMachineAliasArn", execution.program().aliasArn())
                .put("name", origin.name())
                .put("status", log.status().name())
                .put("startDate", origin.started().toEpochMilli())
                .put("stopDate", stopped == null ? null : (Long) stopped.toEpochMilli())
                .put("redriveCount", log.redrives())
                .put("redriveDate", redriven == null ? null : (Long) redriven.toEpochMilli())
                .put("input", included ? origin.input() : null)
                .put("output", log.output())
                .put("error", log.error())
                .put("cause", log.cause());
        detail.set("inputDetails", Json.object().put("included", included));
        detail.set("outputDetails", log.output() == null ? null : Json.object().put("included", true));
        return detail;
    }
}
