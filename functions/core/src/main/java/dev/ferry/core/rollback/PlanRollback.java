package dev.ferry.core.rollback;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Undone.How;
import dev.ferry.core.load.Written;
import dev.ferry.core.rollback.RunEntries.Deed;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what a rollback of a run would do, from one reading of the ledger. Nothing in the target is touched.
///
/// *Heap*: the ids of records that others are part of, in Intercom those of all conversations.
public final class PlanRollback {
    private final WorkStore work;
    private final UndoLedger ledger;
    private final Undoer undoer;
    private final BucketCount buckets;

    public PlanRollback(WorkStore work, UndoLedger ledger, Undoer undoer, BucketCount buckets) {
        this.work = work;
        this.ledger = ledger;
        this.undoer = undoer;
        this.buckets = buckets;
    }

    /// The plan of a rollback.
    ///
    /// @param runs all runs of the migration
    ///
    /// *Errors*: `CONFIGURATION` when a later run has written what is still there: that one is rolled back first.
    public RollbackPlan plan(RollbackRun run, List<RunRecord> runs) {
        RunRecord mine = runs.stream()
                .filter(record -> record.runId().equals(run.runId()))
                .findFirst()
                .orElseThrow(() -> refused("run %s was never prepared; see `ferry status`".formatted(run.runId())));
        Reading reading = new Reading(run, mine, runs);
        undoer.order().forEach(reading::read);
        return reading.plan();
    }

    private static FerryException refused(String message) {
        return new FerryException(ErrorCode.CONFIGURATION, message);
    }

    /// One reading of the ledger.
    private final class Reading {
        private final RollbackRun run;
        private final Instant began;
        private final Set<String> later;
        private final Set<String> earlier;
        private final boolean onlyRun;
        private boolean seenEarlier;
        private final Set<ObjectName> owners;
        private final Map<ObjectName, Set<String>> made = new HashMap<>();
        private final Map<String, Counts> phases = new TreeMap<>();
        private final List<RollbackPlan.Line> lines = new ArrayList<>();
        private Instant lastWrite;

        Reading(RollbackRun run, RunRecord mine, List<RunRecord> runs) {
            this.run = run;
            this.began = mine.preparedAt();
            this.lastWrite = began;
            this.later = runs.stream()
                    .filter(record -> record.preparedAt().isAfter(began))
                    .map(RunRecord::runId)
                    .collect(Collectors.toUnmodifiableSet());
            this.earlier = runs.stream()
                    .filter(record -> record.preparedAt().isBefore(began))
                    .map(RunRecord::runId)
                    .collect(Collectors.toUnmodifiableSet());
            this.onlyRun = earlier.stream().noneMatch(this::hasLoaded);
            this.owners = undoer.order().stream()
                    .flatMap(object -> undoer.ownerOf(object).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        // Scopes and plans are registered too, and write nothing.
        private boolean hasLoaded(String runId) {
            return !work.list(new RunFiles(runId).times("").replaceFirst("[^/]*$", ""))
                    .isEmpty();
        }

        void read(ObjectName object) {
            phases.clear();
            LostRecords lost = new LostRecords(work, run, object);
            Strangers strangers = new Strangers(work, run, object);
            for (int number = 0; number < buckets.value(); number++) {
                try (Stream<Written> all = ledger.of(object, new Bucket(number))) {
                    all.map(written -> written.seenBy(run.runId()))
                            .forEach(written -> read(object, written, lost, strangers));
                }
            }
            lost.write();
            strangers.write();
            phases.forEach((phase, counts) -> lines.add(counts.line(object, phase)));
        }

        private void read(ObjectName object, Written written, LostRecords lost, Strangers strangers) {
            if (!written.runId().equals(run.runId())) {
                elsewhere(object, written);
                return;
            }
            Counts counts = phases.computeIfAbsent(written.phase(), _ -> new Counts());
            switch (written) {
                case Undone note -> {
                    counts.done++;
                    lastWrite = latest(note.at());
                    if (note.how() == How.REMOVED) {
                        own(object, note.targetId());
                    }
                }
                case Written.Standing(LedgerEntry entry) -> count(object, entry, counts, lost, strangers);
            }
        }

        private void elsewhere(ObjectName object, Written written) {
            seenEarlier = seenEarlier || earlier.contains(written.runId());
            boolean stands = written.current()
                    .filter(entry -> entry.standing().isPresent())
                    .isPresent();
            if (written instanceof Written.Standing && stands && later.contains(written.runId())) {
                throw refused("run %s has written %s after run %s; roll that one back first: ferry rollback %s"
                        .formatted(written.runId(), object, run.runId(), written.runId()));
            }
        }

        private void count(ObjectName object, LedgerEntry entry, Counts counts, LostRecords lost, Strangers strangers) {
            if (entry instanceof LedgerEntry.Loaded loaded) {
                lastWrite = latest(loaded.at());
            }
            RunEntries entries = new RunEntries(onlyRun);
            if (owners.contains(object) && entries.made(entry)) {
                entry.standing().ifPresent(id -> own(object, id));
            }
            boolean stranger = undoer.ownerOf(object)
                    .map(owner -> entry.standing()
                            .filter(id -> !made.getOrDefault(owner, Set.of()).contains(undoer.ownerId(object, id)))
                            .isPresent())
                    .orElse(false);
            if (stranger) {
                counts.impossible++;
                strangers.add(entry.key());
                return;
            }
            switch (entries.of(entry)) {
                case Deed.Undo(UndoItem.Remove _) -> counts.removals++;
                case Deed.Undo(UndoItem.Restore _) -> counts.restorations++;
                case Deed.Undo(UndoItem.Lost(CanonicalId key, var _, var _)) -> {
                    counts.removals++;
                    lost.add(entry.phase(), key);
                }
                case Deed.Nothing _ -> counts.untouched++;
                case Deed.Unknown _ when RunEntries.isRefused(entry) -> counts.untouched++;
                // Its image is read only when it is undone.
                case Deed.Unknown _ -> counts.restorations++;
                case Deed.None _ -> {}
            }
        }

        private void own(ObjectName object, String id) {
            if (owners.contains(object)) {
                made.computeIfAbsent(object, _ -> new HashSet<>()).add(id);
            }
        }

        private Instant latest(Instant at) {
            return at.isAfter(lastWrite) ? at : lastWrite;
        }

        RollbackPlan plan() {
            long calls = lines.stream()
                    .filter(line ->
                            undoer.ownerOf(new ObjectName(line.object())).isEmpty())
                    .mapToLong(
                            line -> undoer.calls(new ObjectName(line.object()), line.removals(), line.restorations()))
                    .sum();
            return new RollbackPlan(
                    run.runId(),
                    began.toString(),
                    lastWrite.toString(),
                    onlyRun && !seenEarlier,
                    lines.stream().filter(line -> line.total() > 0).toList(),
                    calls,
                    undoer.atLimit(calls).toSeconds(),
                    undoer.remains());
        }
    }

    /// What there is of a phase.
    private static final class Counts {
        private long removals;
        private long restorations;
        private long untouched;
        private long impossible;
        private long done;

        RollbackPlan.Line line(ObjectName object, String phase) {
            return new RollbackPlan.Line(object.value(), phase, removals, restorations, untouched, impossible, done);
        }
    }
}
