package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a state does about errors: retriers first, then catchers, each in order.
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

    /// Does nothing about errors.
    public static final Recovery NONE = new Recovery(List.of(), List.of());

    /// Copies both lists.
    public Recovery {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
    }

    /// One entry of `Retry`. *Units*: seconds.
    ///
    /// @param maxDelay the longest delay, or null
    /// @param fullJitter whether each delay is drawn between zero and what it would be
    public record Retrier(
            List<String> errors,
            Backoff backoff,
            int maxAttempts,
            @Nullable Long maxDelay,
            boolean fullJitter) {

        /// Copies the errors.
        public Retrier {
            errors = List.copyOf(errors);
        }

        /// The delay before the given retry (0 is the first), without jitter.
        public double delaySeconds(int retry) {
            double delay = backoff.intervalSeconds() * Math.pow(backoff.rate(), retry);
            return maxDelay == null ? delay : Math.min(delay, maxDelay);
        }
    }

    /// The first delay in seconds and what each further one is multiplied by.
    public record Backoff(long intervalSeconds, double rate) {}

    /// One entry of `Catch`.
    public record Catcher(List<String> errors, String next, ObjectNode fields) {

        /// Copies the errors.
        public Catcher {
            errors = List.copyOf(errors);
        }
    }
}
