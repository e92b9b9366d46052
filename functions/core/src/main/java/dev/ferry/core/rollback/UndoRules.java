package dev.ferry.core.rollback;

import dev.ferry.core.target.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// When a record counts as changed by somebody else.
///
/// @param force whether records that people have changed are undone all the same
/// @param began when the run was prepared: a record that is older was not made by it
/// @param lastWrite when the run wrote its last record
/// @param kept objects of which this rollback has spared records, or failed to undo them
public record UndoRules(boolean force, Instant began, Instant lastWrite, Set<ObjectName> kept) {
    /// How far the clocks of Ferry and of a target may be apart.
    public static final Duration TOLERANCE = Duration.ofSeconds(10);

    public UndoRules {
        kept = Set.copyOf(kept);
    }

    /// Whether a change at `changed` came after Ferry's own last write.
    public static boolean isLater(Instant changed, Instant own) {
        return changed.isAfter(own.plus(TOLERANCE));
    }

    /// Whether some records of an object stay although the run made them.
    public boolean isKept(ObjectName object) {
        return kept.contains(object);
    }

    /// Whether a record was there before the run.
    public boolean isOlder(Instant created) {
        return created.plus(TOLERANCE).isBefore(began);
    }
}
