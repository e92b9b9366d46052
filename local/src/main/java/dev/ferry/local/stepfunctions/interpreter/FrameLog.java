package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one frame has written down: where it stands, its variables, and the records of the state it is in.
///
/// *Threading*: guarded by its [ExecutionLog].
final class FrameLog {

    private String state = "";
    private JsonNode input = NullNode.getInstance();
    private final Map<String, JsonNode> variables = new HashMap<>();
    private final List<ObjectNode> visit = new ArrayList<>();
    private long lastEvent;
    private boolean begun;
    private boolean finished;

    void apply(String kind, ObjectNode record) {
        switch (kind) {
            case "begin" -> {
                begun = true;
                state = record.path("s").asText();
                input = record.path("in");
                lastEvent = record.path("p").asLong();
            }
            case "exit" -> leave(record);
            case "iteration" -> {}
            default -> visit.add(record);
        }
        var event = record.path("e");
        if (event.has("id")) {
            lastEvent = event.path("id").asLong();
        }
    }

    private void leave(ObjectNode record) {
        record.path("v").properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
        input = Json.parseOwn(
                record.path("e").path("stateExitedEventDetails").path("output").asText());
        finished = record.path("n").isNull();
        state = record.path("n").asText();
        visit.clear();
    }

    /// Clears what failed, so that the state is done again; what succeeded inside a Parallel or Map state stays.
    void redrive() {
        if (finished || visit.isEmpty()) {
            return;
        }
        boolean container = visit.stream().anyMatch(r -> r.path("k").asText().equals("container"));
        int attempt = attempt();
        var current = container ? currentAttempt() : List.<ObjectNode>of();
        var entered = visit.getFirst();
        var kept = current.stream()
                .filter(r -> !r.path("k").asText().equals("entered"))
                .filter(r -> !r.path("k").asText().equals("failed"))
                .filter(r -> !r.path("k").asText().equals("retry"))
                .toList();
        visit.clear();
        visit.add(entered);
        visit.add(Json.object().put("k", "redriven").put("n", container ? attempt : attempt + 1));
        visit.addAll(kept);
    }

    /// Which attempt at the current state this is, from 0.
    int attempt() {
        int attempt = 0;
        for (var record : visit) {
            attempt = record.path("n").asInt(attempt);
        }
        return attempt;
    }

    /// How often the given retrier has been used in this visit.
    int retries(int retrier) {
        return (int) visit.stream()
                .filter(r -> r.path("k").asText().equals("retry") && r.path("i").asInt() == retrier)
                .count();
    }

    /// How often the current state has been retried in this visit.
    int allRetries() {
        return (int)
                visit.stream().filter(r -> r.path("k").asText().equals("retry")).count();
    }

    /// The record of that kind in the current attempt.
    Optional<ObjectNode> find(String kind) {
        return currentAttempt().stream()
                .filter(record -> record.path("k").asText().equals(kind))
                .reduce((first, second) -> second);
    }

    private List<ObjectNode> currentAttempt() {
        int from = 0;
        for (int i = 0; i < visit.size(); i++) {
            if (visit.get(i).has("n")) {
                from = i;
            }
        }
        return List.copyOf(visit.subList(from, visit.size()));
    }

    Optional<ObjectNode> entered() {
        return visit.isEmpty() ? Optional.empty() : Optional.of(visit.getFirst());
    }

    boolean begun() {
        return begun;
    }

    boolean finished() {
        return finished;
    }

    String state() {
        return state;
    }

    /// The input of the current state; the output of the frame when it has finished.
    JsonNode input() {
        return input;
    }

    Map<String, JsonNode> variables() {
        return Map.copyOf(variables);
    }

    long lastEvent() {
        return lastEvent;
    }
}
