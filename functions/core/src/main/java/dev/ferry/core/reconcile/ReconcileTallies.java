package dev.ferry.core.reconcile;

import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Balances the books of a phase: sums the tallies of its units and checks the phase's equations.
///
/// The number of tallies is itself a term, [#UNITS], so that a unit that never reported is missed.
public final class ReconcileTallies {
    /// The term that counts the units that have put a tally.
    public static final String UNITS = "units";

    private final TallyStore tallies;

    public ReconcileTallies(TallyStore tallies) {
        this.tallies = tallies;
    }

    /// The books of a phase.
    ///
    /// @param known counts that do not come from tallies, for example how many units were planned
    public PhaseBooks balance(String runId, PhaseRules rules, Map<String, Long> known) {
        return balance(runId, rules, known, List.of());
    }

    /// The books of a phase that also compares digests.
    public PhaseBooks balance(String runId, PhaseRules rules, Map<String, Long> known, List<DigestCheck> digests) {
        SortedMap<String, Long> counts = new TreeMap<>(known);
        counts.put(UNITS, 0L);
        try (Stream<Tally> units = tallies.of(runId, rules.phase())) {
            units.forEach(tally -> add(counts, tally));
        }
        List<Equation> equations =
                rules.equations().stream().map(rule -> rule.evaluate(counts)).toList();
        return new PhaseBooks(rules.phase(), counts, equations, digests, rules.lists());
    }

    private static void add(SortedMap<String, Long> counts, Tally tally) {
        counts.merge(UNITS, 1L, Math::addExact);
        tally.counts().forEach((term, count) -> counts.merge(term, count, Math::addExact));
    }
}
