package dev.ferry.core.rollback;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a target undoes records. One implementation for each target that can.
///
/// *Threading*: safe for concurrent use with different records.
///
/// *Errors*: `TARGET_ACCESS`, `TARGET_UNAVAILABLE`, `QUOTA_SPENT`; never for a single record, whose fate is an
/// [UndoOutcome].
public interface Undoer {

    /// All objects that Ferry writes, in the order in which they are undone: what hangs on a record before or with
    /// it.
    List<ObjectName> order();

    /// The object whose records these are parts of, where the target removes both together. Such a part is undone
    /// with its owner and never by itself. An owner comes before its parts in [#order].
    default Optional<ObjectName> ownerOf(ObjectName object) {
        return Optional.empty();
    }

    /// The id of the record that a part belongs to; its own where it is no part.
    default String ownerId(ObjectName object, String targetId) {
        return targetId;
    }

    /// Objects whose entries, under the same key, are later writes of Ferry on a record of this object.
    default List<ObjectName> writtenAfter(ObjectName object) {
        return List.of();
    }

    /// How many records are undone in one go.
    int batch(ObjectName object);

    /// Undoes records, each of them at least once: one that is not there any more is removed. Every record gets its
    /// outcome, joined by key.
    Map<CanonicalId, UndoOutcome> undo(ObjectName object, List<UndoItem> items, UndoRules rules);

    /// How many calls it takes when nothing is spared; 0 where the target does not count them.
    default long calls(ObjectName object, long removals, long restorations) {
        return 0;
    }

    /// How long calls take at the target's limit; zero where it does not matter.
    default Duration atLimit(long calls) {
        return Duration.ZERO;
    }

    /// What the target keeps of undone records whatever is done, one sentence each.
    List<String> remains();
}
