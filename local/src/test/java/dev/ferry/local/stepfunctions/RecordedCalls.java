package dev.ferry.local.stepfunctions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.api.ServiceException;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Replays a recorded series of calls and compares each answer.
final class RecordedCalls {

    private static final Pattern EARLIER = Pattern.compile("<response:(\\d+)>");

    private static final String LOG_GROUP = "arn:aws:logs:us-east-1:111111111111:log-group:log_group_name:*";

    private final JsonNode theCase;
    private final Map<Integer, JsonNode> answers = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    RecordedCalls(JsonNode theCase) {
        this.theCase = theCase;
    }

    List<String> run() {
        try (var world = new RecordedWorld(theCase.path("resources"))) {
            theCase.path("resources")
                    .path("stateMachines")
                    .forEach(other -> world.create(
                            other.path("name").asText(),
                            other.path("type").asText("STANDARD"),
                            Json.text(other.path("definition"))));
            for (int i = 0; i < theCase.path("calls").size(); i++) {
                var call = theCase.path("calls").get(i);
                if (call.path("expect").path("response").has("exception_typename")) {
                    // The recording client refused this request itself; it never reached the service.
                    continue;
                }
                if (call.has("await")) {
                    await(world, call);
                } else {
                    world.pass(10);
                    replay(world, call, request(i));
                }
            }
        }
        return differences;
    }

    private void await(RecordedWorld world, JsonNode call) {
        var request = Json.object()
                .put("executionArn", resolved(call.get("await"), "executionArn").asText());
        var until = call.path("until").asText();
        world.await(() -> {
            try {
                var status =
                        world.call("DescribeExecution", request).path("status").asText();
                return switch (until) {
                    case "started" -> true;
                    case "ended" -> !status.equals("RUNNING");
                    default -> status.equals(until);
                };
            } catch (ServiceException e) {
                return false;
            }
        });
    }

    /// The request of a call. Executions were started under names that the recordings show only in what follows.
    private JsonNode request(int index) {
        var call = theCase.path("calls").get(index);
        var request = resolved(call.path("request"), "");
        if (!call.path("operation").asText().equals("StartExecution") || request.has("name")) {
            return request;
        }
        var arn = call.path("expect").path("response").path("executionArn").asText();
        for (int i = index + 1; arn.isEmpty() && i < theCase.path("calls").size(); i++) {
            var next = theCase.path("calls").get(i);
            var requested = next.path("request").path("executionArn").asText();
            var named = next.path("await").asText(next.path("expect").has("error") ? "" : requested);
            arn = named.contains(":execution:") ? named : "";
        }
        return arn.isEmpty()
                ? request
                : ((ObjectNode) request.deepCopy()).put("name", arn.substring(arn.lastIndexOf(':') + 1));
    }

    private void replay(RecordedWorld world, JsonNode call, JsonNode request) {
        var n = call.path("n").asInt();
        var expect = call.path("expect");
        var at = "call %d %s".formatted(n, call.path("operation").asText());
        try {
            var answer = world.call(call.path("operation").asText(), request);
            answers.put(n, answer);
            if (expect.has("error")) {
                differences.add("%s: expected %s but was answered".formatted(at, expect.get("error")));
            } else if (expect.has("response")) {
                compare(at, expect.get("response"), answer);
            }
        } catch (ServiceException e) {
            if (e.code().equals("UnknownOperationException")) {
                throw e;
            }
            if (expect.has("error")) {
                var error = Json.object().put("code", e.code()).put("message", e.getMessage());
                if (expect.path("error").has("httpStatus")) {
                    error.put("httpStatus", e.httpStatus());
                }
                var wildcards = new Wildcards(Set.of());
                wildcards.compare(at, expect.get("error"), error);
                differences.addAll(wildcards.differences());
            } else if (expect.has("response")) {
                differences.add("%s: refused with %s %s".formatted(at, e.code(), e.getMessage()));
            }
        }
    }

    private void compare(String at, JsonNode expected, JsonNode answer) {
        var shown = (ObjectNode) shown(answer);
        shown.put("httpStatus", 200);
        var wanted = (ObjectNode) expected.deepCopy();
        wanted.put("httpStatus", 200);
        var wildcards = new Wildcards(Set.of());
        wildcards.compare(at, wanted, shown);
        differences.addAll(wildcards.differences());
    }

    /// JSON texts of objects are shown parsed in the recordings.
    private static JsonNode shown(JsonNode node) {
        if (node.isTextual() && node.textValue().startsWith("{")) {
            try {
                return Json.parse(node.textValue());
            } catch (JsonProcessingException e) {
                return node;
            }
        }
        if (node instanceof ObjectNode object) {
            var copy = Json.object();
            object.properties().forEach(entry -> copy.set(entry.getKey(), shown(entry.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = Json.MAPPER.createArrayNode();
            node.forEach(element -> copy.add(shown(element)));
            return copy;
        }
        return node;
    }

    private JsonNode resolved(JsonNode node, String field) {
        if (node.isTextual()) {
            var matcher = EARLIER.matcher(node.textValue());
            if (matcher.matches()) {
                if (field.equals("logGroupArn")) {
                    return Json.MAPPER.getNodeFactory().textNode(LOG_GROUP);
                }
                var found = find(answers.getOrDefault(Integer.valueOf(matcher.group(1)), Json.object()), field);
                return found == null ? node : found;
            }
            return node;
        }
        if (node instanceof ObjectNode object) {
            var copy = Json.object();
            object.properties().forEach(entry -> copy.set(entry.getKey(), resolved(entry.getValue(), entry.getKey())));
            return copy;
        }
        if (node.isArray()) {
            var copy = Json.MAPPER.createArrayNode();
            node.forEach(element -> copy.add(resolved(element, field)));
            return copy;
        }
        return node;
    }

    private static @org.jspecify.annotations.Nullable JsonNode find(JsonNode answer, String field) {
        var found = answer.findValue(field);
        return found == null && field.equals("stateMachineArn") ? answer.findValue("stateMachineVersionArn") : found;
    }
}
