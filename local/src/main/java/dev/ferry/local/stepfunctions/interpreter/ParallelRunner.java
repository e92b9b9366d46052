package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;

/// Runs one attempt at a Parallel state.
final class ParallelRunner {

    private final Surroundings surroundings;
    private final DataFlow data;
    private final FrameRunner frames;

    ParallelRunner(Surroundings surroundings, DataFlow data, FrameRunner frames) {
        this.surroundings = surroundings;
        this.data = data;
        this.frames = frames;
    }

    JsonNode run(Turn turn, State.Parallel state) {
        var head = state.head();
        var input = data.arguments(head, data.entering(head, turn.visible()));
        if (turn.find("container").isEmpty()) {
            turn.event("container", "ParallelStateStarted");
        }
        long started = turn.find("container").orElseThrow().path("e").path("id").asLong();
        int attempt = turn.frame().read(FrameLog::attempt);
        var gang = new Gang(
                surroundings.timekeeper(),
                turn.frame().scope(),
                state.branches().size());
        var outputs = gang.run(state.branches().size(), index -> {
            var frame = new Frame(
                    turn.frame().execution(),
                    "%s/%d.%d.%d".formatted(turn.frame().path(), turn.enteredEvent(), attempt, index),
                    state.branches().get(index),
                    turn.frame(),
                    gang.scope(),
                    null);
            return () -> {
                frame.begin(input, started);
                return frames.run(frame);
            };
        });
        turn.event("done", "ParallelStateSucceeded");
        return Json.MAPPER.createArrayNode().addAll(outputs);
    }
}
