package dev.ferry.core.tally;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one unit of work counted. Put under its own name, a repeat overwrites it with the same numbers.
///
/// @param phase for example `extract` or `Case`
/// @param unit the unit's own name, for example a file key or a bucket label
/// @param counts by term; a term that is absent counts zero
/// @param digest sum over records of the unit, see [RecordDigest]
public record Tally(String phase, String unit, SortedMap<String, Long> counts, RecordDigest digest) {
    public Tally {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// A tally without a digest.
    public static Tally of(String phase, String unit, Map<String, Long> counts) {
        return new Tally(phase, unit, new TreeMap<>(counts), RecordDigest.EMPTY);
    }

    /// The count of a term.
    public long count(String term) {
        return counts.getOrDefault(term, 0L);
    }
}
