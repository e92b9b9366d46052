package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.jsonpath.PathEvaluator;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs a frame: state after state, from where its log stands, to its end.
///
/// *Errors*: [StateFailure] when a state failed and nothing caught it; [Halted] when there is nothing more to do.
/// *Threading*: safe for concurrent use, one thread for each frame.
final class FrameRunner {

    private final Surroundings surroundings;
    private final DataFlow data;
    private final ChoiceRules choices;
    private final WaitTimes waits;
    private final Attempts attempts;
    private final TaskRunner tasks;
    private final ParallelRunner parallels;
    private final MapRunner maps;

    FrameRunner(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.data = new DataFlow(surroundings.queries());
        this.choices = new ChoiceRules(surroundings.queries());
        this.waits = new WaitTimes(surroundings.queries());
        this.attempts = new Attempts(surroundings, data);
        this.tasks = new TaskRunner(surroundings, data);
        this.parallels = new ParallelRunner(surroundings, data, this);
        this.maps = new MapRunner(surroundings, data, this);
    }

    /// Runs the frame and gives its output.
    JsonNode run(Frame frame) {
        while (!frame.read(FrameLog::finished)) {
            frame.scope().check();
            step(frame);
        }
        return frame.read(FrameLog::input);
    }

    private void step(Frame frame) {
        var turn = enter(frame);
        try {
            carryOut(turn);
        } catch (QueryException e) {
            throw failed(turn, e);
        }
    }

    /// A failed expression, told to the history.
    static StateFailure failed(Turn turn, QueryException e) {
        var cause = turn.cause(e.what());
        if (e.error().equals("States.QueryEvaluationError")) {
            var details =
                    Json.object().put("error", e.error()).put("cause", cause).put("state", turn.name());
            if (e.field() != null) {
                details.put("location", e.field());
            }
            turn.event("failed", "EvaluationFailed", "evaluationFailedEventDetails", details);
        }
        return new StateFailure(e.error(), cause);
    }

    private Turn enter(Frame frame) {
        var state = frame.graph().state(frame.read(FrameLog::state));
        var input = frame.read(FrameLog::input);
        if (frame.read(log -> log.entered().isEmpty())) {
            var details = Json.object().put("name", state.head().name()).put("input", Json.text(input));
            details.set("inputDetails", Json.object().put("truncated", false));
            var wrapped = Json.object();
            wrapped.set("stateEnteredEventDetails", details);
            frame.execution()
                    .log()
                    .event(
                            frame.path(),
                            Turn.type(state) + "StateEntered",
                            wrapped,
                            Json.object().put("k", "entered"));
        }
        var event = frame.read(FrameLog::entered).orElseThrow().path("e");
        var at = Instant.ofEpochMilli(Math.round(event.path("timestamp").asDouble() * 1000));
        return new Turn(frame, state, event.path("id").asLong(), at, input);
    }

    private void carryOut(Turn turn) {
        switch (turn.state()) {
            case State.Pass pass -> pass(turn, pass);
            case State.Choice choice -> choose(turn, choice);
            case State.Wait wait -> waitUntil(turn, wait);
            case State.Succeed ignored -> plainExit(turn, null);
            case State.Fail fail -> throw failure(turn, fail);
            case State.Task task -> attempts.run(turn, task.recovery(), () -> tasks.run(turn, task));
            case State.Parallel parallel ->
                attempts.run(turn, parallel.recovery(), () -> parallels.run(turn, parallel));
            case State.MapState map -> attempts.run(turn, map.recovery(), () -> maps.run(turn, map));
        }
    }

    private void pass(Turn turn, State.Pass pass) {
        var head = pass.head();
        if (head.language() == QueryLanguage.JSONATA) {
            plainExit(turn, head.next());
            return;
        }
        var raw = turn.visible();
        var entered = data.entering(head, raw);
        var result = head.field("Result").orElseGet(() -> data.arguments(head, entered));
        var departure = data.departing(head, raw, result);
        turn.exit(head.next(), departure.output(), departure.assigned());
    }

    /// Leaves a state whose output is its input unless it says otherwise.
    private void plainExit(Turn turn, @Nullable String next) {
        var head = turn.state().head();
        var raw = turn.visible();
        if (head.language() == QueryLanguage.JSONATA) {
            var departure = data.jsonata(head.fields(), raw, turn.input());
            turn.exit(next, departure.output(), departure.assigned());
        } else {
            var entered = data.entering(head, raw);
            turn.exit(
                    next,
                    DataFlow.leaving(head.fields(), entered),
                    data.queries().assign(QueryLanguage.JSONPATH, head.fields(), entered));
        }
    }

    private void choose(Turn turn, State.Choice choice) {
        var head = choice.head();
        var raw = turn.visible();
        var entered = data.entering(head, raw);
        for (var rule : choice.rules()) {
            if (choices.holds(head.language(), rule, entered)) {
                chosen(turn, rule, rule.path("Next").asText());
                return;
            }
        }
        if (choice.otherwise() == null) {
            throw new StateFailure(
                    "States.NoChoiceMatched",
                    turn.cause("The choice state did not match any of its rules and has no Default state."));
        }
        chosen(turn, head.fields(), choice.otherwise());
    }

    private void chosen(Turn turn, JsonNode fields, String next) {
        var head = turn.state().head();
        var entered = data.entering(head, turn.visible());
        if (head.language() == QueryLanguage.JSONATA) {
            var departure = data.jsonata(fields, entered, turn.input());
            turn.exit(next, departure.output(), departure.assigned());
        } else {
            Map<String, JsonNode> assigned = data.queries().assign(QueryLanguage.JSONPATH, fields, entered);
            turn.exit(next, DataFlow.leaving(head.fields(), entered), assigned);
        }
    }

    private void waitUntil(Turn turn, State.Wait wait) {
        var noted = turn.find("until");
        Instant until;
        if (noted.isPresent()) {
            until = Instant.ofEpochMilli(noted.get().path("t").asLong());
        } else {
            until = waits.until(wait.head(), data.entering(wait.head(), turn.visible()), turn.entered());
            turn.note(Json.object().put("k", "until").put("t", until.toEpochMilli()));
        }
        turn.frame().scope().await(surroundings.timekeeper().latch(), until);
        plainExit(turn, wait.head().next());
    }

    private StateFailure failure(Turn turn, State.Fail fail) {
        return new StateFailure(failText(turn, fail, "Error"), failText(turn, fail, "Cause"));
    }

    private @Nullable String failText(Turn turn, State.Fail fail, String field) {
        var head = fail.head();
        var visible = turn.visible();
        var path = head.text(field + "Path", "");
        if (!path.isEmpty()) {
            var value = path.startsWith("States.")
                    ? data.queries().pathValue(path, field + "Path", visible)
                    : PathEvaluator.find(path, visible)
                            .orElseGet(() -> data.queries().pathValue(path, field + "Path", visible));
            return text(value);
        }
        var written = head.fields().get(field);
        if (written == null) {
            return null;
        }
        return text(
                head.language() == QueryLanguage.JSONATA
                        ? data.queries().template(QueryLanguage.JSONATA, written, field, visible)
                        : written);
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.text(value);
    }
}
