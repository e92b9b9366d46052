package dev.ferry.core.rollback;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of one object's records, phase by phase, held against the ledger.
///
/// *Shape* as JSON: the components by name; `phases` has for each phase the terms `total`, `removed`, `restored`,
/// `untouched`, `left`, `spared` and `failed`.
///
/// @param balanced whether every record of the run is accounted for
/// @param missing keys of records that are neither undone nor in a list
public record UndoBooks(
        String object,
        boolean balanced,
        long planned,
        Map<String, SortedMap<String, Long>> phases,
        List<String> missing) {
    public UndoBooks {
        phases = new TreeMap<>(phases);
        missing = List.copyOf(missing);
    }

    /// A term of all phases together.
    public long sum(String term) {
        return phases.values().stream()
                .mapToLong(terms -> terms.getOrDefault(term, 0L))
                .sum();
    }
}
