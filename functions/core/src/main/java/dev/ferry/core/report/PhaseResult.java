package dev.ferry.core.report;

import dev.ferry.core.reconcile.PhaseBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one phase of a run came to.
///
/// @param name for example `extract` or `Case`
/// @param title for people, for example `Conversations as Cases`
/// @param outcomes what became of the records; null for a phase that writes nothing to the target
/// @param books the phase's equations and digests
/// @param endedAt null when the phase did not end
public record PhaseResult(
        String name,
        String title,
        @Nullable OutcomeCounts outcomes,
        PhaseBooks books,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /// What became of the records of a phase that writes to the target.
    public Optional<OutcomeCounts> loaded() {
        return Optional.ofNullable(outcomes);
    }

    /// How long the phase took.
    public Optional<Duration> duration() {
        return Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end));
    }
}
