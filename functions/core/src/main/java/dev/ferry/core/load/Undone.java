package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The note that a rollback has dealt with what a run did to one record. It replaces the run's entry.
///
/// @param runId the run that was undone
/// @param phase the phase that the record belongs to
/// @param targetId the record's id; empty when nothing was found
/// @param at when Ferry wrote the record last: when it set it back, or when the run wrote it
/// @param before what a later load takes for the entry of the key; null when it loads the record anew
public record Undone(
        CanonicalId key,
        String runId,
        String phase,
        String targetId,
        How how,
        Instant at,
        @Nullable LedgerEntry before) implements Written {

    /// What was done.
    public enum How {
        /// The record was made by the run and is gone.
        REMOVED,
        /// The record was changed by the run and is as it was before.
        RESTORED,
        /// The record was recognised and not changed: there was nothing to undo.
        KEPT,
        /// The target has no way to undo it.
        LEFT
    }

    @Override
    public Optional<LedgerEntry> current() {
        return Optional.ofNullable(before);
    }

    @Override
    public Written seenBy(String run) {
        return !runId.equals(run)
                        && before instanceof LedgerEntry.Loaded loaded
                        && loaded.runId().equals(run)
                ? new Written.Standing(loaded.writtenAt(at))
                : this;
    }
}
