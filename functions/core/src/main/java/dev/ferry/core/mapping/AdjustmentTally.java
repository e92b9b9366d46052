package dev.ferry.core.mapping;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sums adjustments over the records of one unit of work, as terms of a tally.
///
/// *Shape* of a term: `adjusted.{field}.{rule}`, for example `adjusted.Subject.TRUNCATED`.
///
/// *Threading*: for one thread.
public final class AdjustmentTally {
    private final SortedMap<String, Long> counts = new TreeMap<>();

    /// Counts what was adjusted in a record; filtered and quarantined ones have no adjustments.
    public void add(Mapped mapped) {
        if (mapped instanceof Mapped.Record made) {
            made.adjustments().forEach(it -> counts.merge("adjusted." + it.field() + "." + it.rule(), 1L, Long::sum));
        }
    }

    /// The sums by term.
    public SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
