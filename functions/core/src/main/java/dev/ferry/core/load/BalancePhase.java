package dev.ferry.core.load;

import dev.ferry.core.reconcile.DigestCheck;
import dev.ferry.core.reconcile.EquationRule;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Balances the books of a load phase from what was staged, what was loaded and what was read back.
public final class BalancePhase {
    private static final List<EquationRule> RULES = List.of(
            EquationRule.of("mapped = staged + filtered + quarantined"),
            EquationRule.of("staged = created + updated + unchanged + matched + failed"),
            EquationRule.of("created + updated + unchanged + matched = found"),
            EquationRule.of("buckets planned = buckets staged"),
            EquationRule.of("load buckets planned = load buckets done"));

    private final TallyStore tallies;

    public BalancePhase(TallyStore tallies) {
        this.tallies = tallies;
    }

    /// The books of a phase that has been read back.
    public PhaseBooks balance(PhaseRun phase, BucketCount buckets) {
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("buckets planned", (long) buckets.value());
        counts.put("load buckets planned", (long) phase.loadBuckets());
        RecordDigest sent =
                add(phase, "stage", "buckets staged", counts).plus(add(phase, "load", "load buckets done", counts));
        RecordDigest read = add(phase, "read", "readings", counts);
        SortedMap<String, String> lists = new TreeMap<>();
        for (String list : List.of(
                "failed", "quarantined", "filtered", "adjusted", "matched", "different", "missing", "foreign")) {
            lists.put(list, phase.listPrefix(list));
        }
        return new PhaseBooks(
                phase.phase(),
                counts,
                RULES.stream().map(rule -> rule.evaluate(counts)).toList(),
                List.of(new DigestCheck("what was sent = what the target holds", sent.hex(), read.hex())),
                lists);
    }

    private RecordDigest add(PhaseRun phase, String step, String units, SortedMap<String, Long> counts) {
        RecordDigest digest = RecordDigest.EMPTY;
        counts.put(units, 0L);
        try (Stream<Tally> all = tallies.of(phase.runId(), phase.tallyPhase(step))) {
            for (Tally tally : (Iterable<Tally>) all::iterator) {
                counts.merge(units, 1L, Math::addExact);
                tally.counts().forEach((term, count) -> counts.merge(term, count, Math::addExact));
                digest = digest.plus(tally.digest());
            }
        }
        return digest;
    }
}
