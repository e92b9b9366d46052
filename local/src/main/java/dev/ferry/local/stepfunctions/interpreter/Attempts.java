package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.asl.Recovery;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.QueryException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Does the work of a state again and again as its retriers say, and hands its failure to a catcher.
///
/// *Units*: delays are kept to the millisecond. *Threading*: safe for concurrent use.
final class Attempts {

    private final Surroundings surroundings;
    private final DataFlow data;

    Attempts(Surroundings surroundings, DataFlow data) {
        this.surroundings = surroundings;
        this.data = data;
    }

    /// Works, and leaves the state by its exit or by a catcher's.
    void run(Turn turn, Recovery recovery, Supplier<JsonNode> work) {
        while (true) {
            waitForRetry(turn);
            StateFailure failure;
            try {
                depart(turn, work.get());
                return;
            } catch (StateFailure e) {
                failure = e;
            } catch (QueryException e) {
                failure = FrameRunner.failed(turn, e);
            }
            if (!retry(turn, recovery, failure)) {
                giveUp(turn, recovery, failure);
                return;
            }
        }
    }

    private void depart(Turn turn, JsonNode result) {
        var head = turn.state().head();
        var departure = data.departing(head, turn.visible(), result);
        turn.exit(head.next(), departure.output(), departure.assigned());
    }

    /// Goes on waiting for a retry that was decided before a restart, or waits for one decided just now.
    private void waitForRetry(Turn turn) {
        turn.find("retry").ifPresent(record -> {
            var until = Instant.ofEpochMilli(record.path("t").asLong());
            turn.frame().scope().await(surroundings.timekeeper().latch(), until);
        });
    }

    private boolean retry(Turn turn, Recovery recovery, StateFailure failure) {
        for (int i = 0; i < recovery.retriers().size(); i++) {
            var retrier = recovery.retriers().get(i);
            if (failure.matches(retrier.errors())) {
                int index = i;
                int used = turn.frame().read(log -> log.retries(index));
                if (used >= retrier.maxAttempts()) {
                    return false;
                }
                var at = surroundings.timekeeper().now().plus(delay(retrier, used));
                turn.note(Json.object()
                        .put("k", "retry")
                        .put("i", i)
                        .put("n", turn.frame().read(FrameLog::attempt) + 1)
                        .put("t", at.toEpochMilli()));
                return true;
            }
        }
        return false;
    }

    private Duration delay(Recovery.Retrier retrier, int used) {
        double seconds = retrier.delaySeconds(used);
        double drawn = retrier.fullJitter() ? seconds * surroundings.chance().number() : seconds;
        return Duration.ofMillis(Math.round(drawn * 1000));
    }

    private void giveUp(Turn turn, Recovery recovery, StateFailure failure) {
        for (var catcher : recovery.catchers()) {
            if (failure.matches(catcher.errors())) {
                var departure =
                        data.caught(turn.state().head().language(), catcher.fields(), turn.visible(), failure.output());
                turn.exit(catcher.next(), departure.output(), departure.assigned());
                return;
            }
        }
        throw failure;
    }
}
