package dev.ferry.handlers.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.RunRef;
import java.util.Optional;

/// A run of which an event says that its execution has stopped.
///
/// *Shape* of the event: `{"detail":{"executionArn","input",...}}`. *Source*: Step Functions developer guide, events
/// in EventBridge, "Step Functions Execution Status Change".
///
/// @param executionArn of the machine that the run was started with
record StoppedRun(String executionArn, RunRef run) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Reads an event; nothing for an execution that was started without a run.
    ///
    /// *Errors*: `INTERNAL` for what is no such event; it is not quoted.
    static Optional<StoppedRun> parse(String event) {
        JsonNode detail = json(event).path("detail");
        String arn = detail.path("executionArn").asText();
        if (arn.isEmpty()) {
            throw new FerryException(ErrorCode.INTERNAL, "a message of the queue of stopped runs names no execution");
        }
        JsonNode input = json(detail.path("input").asText("{}"));
        RunRef run = new RunRef(
                input.path("migrationId").asText(),
                input.path("runId").asText(),
                input.path("configKey").asText());
        return run.migrationId().isEmpty() || run.runId().isEmpty()
                ? Optional.empty()
                : Optional.of(new StoppedRun(arn, run));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FerryException(ErrorCode.INTERNAL, "a message of the queue of stopped runs cannot be read");
        }
    }
}
