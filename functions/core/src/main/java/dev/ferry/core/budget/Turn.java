package dev.ferry.core.budget;

import java.time.Instant;

/// What a worker is told when it wants to send a request.
public sealed interface Turn {
    /// Send it now.
    record Go(Slot slot) implements Turn {}

    /// The day is spent, or the provider is left alone: park the work, and take it up again then.
    record Parked(Instant until) implements Turn {}

    /// The key was refused: stop, until there is a new version of the secret or an operator decides otherwise.
    record Halted(Refusal refusal) implements Turn {}
}
