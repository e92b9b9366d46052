package dev.ferry.core.rollback;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Written;
import dev.ferry.core.rollback.RunEntries.Deed;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Holds what a rollback did to an object against the ledger: `total = removed + restored + untouched + left +
/// spared
/// + failed`, by name.
///
/// *Heap*: one line for each record that was not undone.
public final class BalanceUndo {
    private static final int SHOWN = 100;

    private final WorkStore work;
    private final UndoLedger ledger;
    private final BucketCount buckets;

    public BalanceUndo(WorkStore work, UndoLedger ledger, BucketCount buckets) {
        this.work = work;
        this.ledger = ledger;
        this.buckets = buckets;
    }

    /// The books of an object all of whose buckets were undone.
    public UndoBooks balance(RollbackRun run, RollbackPlan plan, ObjectName object) {
        Map<CanonicalId, String> kept = new HashMap<>();
        new RollbackFiles(work, run, plan)
                .kept(object)
                .forEach(record -> kept.put(new CanonicalId(record.key()), record.outcome()));
        Map<String, SortedMap<String, Long>> phases = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (int number = 0; number < buckets.value(); number++) {
            try (Stream<Written> all = ledger.of(object, new Bucket(number))) {
                all.map(written -> written.seenBy(run.runId()))
                        .filter(written -> written.runId().equals(run.runId()))
                        .forEach(written -> count(written, kept, phases, missing));
            }
        }
        long total = phases.values().stream()
                .mapToLong(terms -> terms.getOrDefault("total", 0L))
                .sum();
        long planned = plan.total(object.value());
        return new UndoBooks(
                object.value(),
                missing.isEmpty() && total == planned,
                planned,
                phases,
                missing.stream().limit(SHOWN).toList());
    }

    private static void count(
            Written written,
            Map<CanonicalId, String> kept,
            Map<String, SortedMap<String, Long>> phases,
            List<String> missing) {
        String term = switch (written) {
            case Undone note ->
                switch (note.how()) {
                    case REMOVED -> "removed";
                    case RESTORED -> "restored";
                    case KEPT -> "untouched";
                    case LEFT -> "left";
                };
            case Written.Standing(LedgerEntry entry) ->
                new RunEntries(true).of(entry) instanceof Deed.None ? "" : kept.getOrDefault(entry.key(), "missing");
        };
        if (term.isEmpty()) {
            return;
        }
        SortedMap<String, Long> terms = phases.computeIfAbsent(written.phase(), _ -> new TreeMap<>());
        terms.merge("total", 1L, Long::sum);
        terms.merge(term, 1L, Long::sum);
        if (term.equals("missing")) {
            missing.add(written.key().value());
        }
    }
}
