package dev.ferry.handlers.executions;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An execution of a state machine.
///
/// @param input JSON text; empty in lists, which do not carry it
/// @param error the error's name, when it failed
/// @param cause what the error says
public record Execution(
        String arn,
        String name,
        State state,
        Instant startedAt,
        @Nullable Instant stoppedAt,
        String input,
        String error,
        String cause) {

    /// When it stopped.
    public Optional<Instant> stopped() {
        return Optional.ofNullable(stoppedAt);
    }

    /// Where an execution stands, as Step Functions says it.
    public enum State {
        RUNNING,
        PENDING_REDRIVE,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED;

        /// Whether it is at work.
        public boolean alive() {
            return this == RUNNING || this == PENDING_REDRIVE;
        }

        /// Whether it has ended otherwise than well, so that it can be redriven.
        public boolean broken() {
            return this == FAILED || this == TIMED_OUT || this == ABORTED;
        }
    }
}
