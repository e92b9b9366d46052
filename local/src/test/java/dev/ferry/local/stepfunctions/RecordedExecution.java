package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Runs one recorded execution, a whole case or a row of a table, and compares.
final class RecordedExecution {

    private final JsonNode theCase;
    private final JsonNode row;
    private final List<String> differences = new ArrayList<>();
    private String cause = "same";

    RecordedExecution(JsonNode theCase, JsonNode row) {
        this.theCase = theCase;
        this.row = row;
    }

    /// What differs; empty when all is as recorded.
    ///
    /// *Errors*: [ServiceException] when the machine is refused.
    List<String> run() {
        try (var world = new RecordedWorld(theCase.path("resources"))) {
            theCase.path("resources")
                    .path("stateMachines")
                    .forEach(other -> world.create(
                            other.path("name").asText(),
                            other.path("type").asText("STANDARD"),
                            Json.text(other.path("definition"))));
            var type = row.path("stateMachine").path("type").asText("STANDARD");
            var definition = row.has("definition")
                    ? Json.text(row.get("definition"))
                    : row.path("definitionText").asText();
            var machine = world.create(row.path("stateMachine").path("name").asText("machine"), type, definition);
            var request = Json.object()
                    .put("stateMachineArn", machine)
                    .put("name", row.path("execution").path("name").asText("execution"))
                    .put("input", row.has("input") ? Json.text(row.get("input")) : "{}");
            if (type.equals("EXPRESS")) {
                outcome(world.call("StartSyncExecution", request));
                return differences;
            }
            var arn = world.call("StartExecution", request).path("executionArn").asText();
            var describe = Json.object().put("executionArn", arn);
            world.await(() -> !world.call("DescribeExecution", describe)
                    .path("status")
                    .asText()
                    .equals("RUNNING"));
            outcome(world.call("DescribeExecution", describe));
            states(world, arn);
        }
        return differences;
    }

    /// Whether the cause was as recorded: the second mark.
    String cause() {
        return cause;
    }

    private void outcome(JsonNode description) {
        var expect = row.path("expect");
        compare("status", expect.path("status"), description.path("status"));
        if (expect.has("output")) {
            compare("output", expect.get("output"), parsed(description.path("output")));
        }
        if (expect.has("error")) {
            var error = description.get("error");
            compare("error", expect.get("error"), error == null ? Json.MAPPER.nullNode() : error);
        }
        if (!differences.isEmpty()) {
            differences.add("cause was: " + description.path("cause").asText());
        }
        compareCause(expect, description.path("cause"));
    }

    private void compareCause(JsonNode expect, JsonNode actual) {
        var wildcards = new Wildcards(Set.of());
        if (expect.has("causeJson")) {
            wildcards.compare("cause", expect.get("causeJson"), parsed(actual));
        } else if (expect.has("cause")) {
            wildcards.compare("cause", expect.get("cause"), actual.isMissingNode() ? Json.MAPPER.nullNode() : actual);
        }
        cause = wildcards.differences().isEmpty() ? "same" : String.join("; ", wildcards.differences());
    }

    private static JsonNode parsed(JsonNode text) {
        try {
            return Json.parse(text.asText());
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private void states(RecordedWorld world, String arn) {
        var expect = row.path("expect");
        var entered = new ArrayList<String>();
        var history = world.call(
                "GetExecutionHistory", Json.object().put("executionArn", arn).put("maxResults", 1000));
        for (var event : history.path("events")) {
            if (event.path("type").asText().endsWith("StateEntered")) {
                entered.add(event.path("stateEnteredEventDetails").path("name").asText());
            }
        }
        if (expect.has("states")) {
            compare("states", expect.get("states"), Json.MAPPER.valueToTree(entered));
        } else if (expect.has("statesInAnyOrder")) {
            compare(
                    "states",
                    expect.get("statesInAnyOrder"),
                    Json.MAPPER.valueToTree(entered.stream().sorted().toList()));
        }
    }

    private void compare(String at, JsonNode expected, JsonNode actual) {
        var optional = new HashSet<String>();
        theCase.path("optionalKeys").forEach(key -> optional.add(key.asText()));
        var wildcards = new Wildcards(optional);
        wildcards.compare(at, expected, actual);
        differences.addAll(wildcards.differences());
    }
}
