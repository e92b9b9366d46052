package dev.ferry.core.rollback;

import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Undone.How;
import dev.ferry.core.load.Written;
import dev.ferry.core.rollback.RunEntries.Deed;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.WorkStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Undoes what the run wrote of one object in one bucket of keys, as much as one call has time for.
///
/// May be killed and repeated at any point: what is noted as undone is not touched again, and what was undone
/// without a note is found to be gone.
///
/// *Heap*: one batch of entries, and a line for each record that is not undone.
public final class UndoBucket {
    private static final int PARTS = 500;

    private static final UndoOutcome NO_IMAGE = new UndoOutcome.Left(
            "no_before_image", "an earlier run made it and this one changed it; how it was before was not kept", true);

    private static final UndoOutcome CHANGE_REFUSED = new UndoOutcome.Left(
            "change_refused",
            "an earlier run made it and the target refused this run's change of it; no more than a part of it passed",
            true);

    private static final UndoOutcome OWNER_KEPT =
            new UndoOutcome.Spared("owner_kept", "the record that it is part of is kept");

    private static final UndoOutcome NOT_ALONE = new UndoOutcome.Left(
            "part_of_earlier", "it was added to a record of an earlier run and cannot be taken out of it", true);

    private final WorkStore work;
    private final UndoLedger ledger;
    private final Undoer undoer;
    private final InstantSource clock;

    public UndoBucket(WorkStore work, UndoLedger ledger, Undoer undoer, InstantSource clock) {
        this.work = work;
        this.ledger = ledger;
        this.undoer = undoer;
        this.clock = clock;
    }

    /// What is to be undone in a call.
    ///
    /// @param until after which no further batch is begun
    public record Share(RollbackRun run, RollbackPlan plan, ObjectName object, Bucket bucket, Instant until) {}

    /// How far a call has come.
    ///
    /// @param done whether nothing is left
    public record Progress(boolean done, long undone, long kept) {}

    /// Undoes a share.
    public Progress undo(Share share) {
        return new Undoing(share).run();
    }

    /// One call.
    private final class Undoing {
        private final Share share;
        private final KeptRecords kept;
        private final RunEntries entries;
        private final boolean parts;
        private final Set<String> keptOwners;
        private final Set<ObjectName> keptObjects;
        private final Set<CanonicalId> strangers = new HashSet<>();
        private final Map<LedgerEntry, UndoOutcome.Left> left = new LinkedHashMap<>();
        private long undone;

        Undoing(Share share) {
            this.share = share;
            this.kept = KeptRecords.read(work, share.run(), share.object(), share.bucket());
            RollbackFiles files = new RollbackFiles(work, share.run(), share.plan());
            this.entries = files.entries(share.object(), share.bucket());
            this.parts = undoer.ownerOf(share.object()).isPresent();
            this.keptOwners = undoer.ownerOf(share.object()).map(files::keptIds).orElse(Set.of());
            this.keptObjects = files.keptObjects(undoer.order());
            if (parts) {
                strangers.addAll(files.strangers(share.object()));
            }
        }

        Progress run() {
            boolean done = true;
            try (Stream<Written> all = ledger.of(share.object(), share.bucket())) {
                Iterator<Written> mine = all.map(
                                written -> written.seenBy(share.run().runId()))
                        .filter(written -> written.runId().equals(share.run().runId()) && !kept.has(written.key()))
                        .filter(this::isOpen)
                        .iterator();
                while (mine.hasNext() && done) {
                    long before = undone + kept.size();
                    undo(next(mine));
                    // A call that gets nothing done would be called again for ever.
                    boolean moved = undone + kept.size() > before;
                    done = !moved || clock.instant().isBefore(share.until());
                }
                done = done || !mine.hasNext();
            } finally {
                kept.write();
            }
            return new Progress(done, undone, kept.size());
        }

        // What an earlier call has dealt with is passed over.
        private boolean isOpen(Written written) {
            return !(written instanceof Undone note) || note.how() == How.LEFT;
        }

        private List<Written> next(Iterator<Written> mine) {
            int most = parts ? PARTS : undoer.batch(share.object());
            List<Written> batch = new ArrayList<>();
            while (mine.hasNext() && batch.size() < most) {
                batch.add(mine.next());
            }
            return batch;
        }

        private void undo(List<Written> batch) {
            List<Undone> notes = new ArrayList<>();
            Map<CanonicalId, LedgerEntry> standing = new LinkedHashMap<>();
            List<UndoItem> items = new ArrayList<>();
            for (Written written : batch) {
                switch (written) {
                    case Undone before when before.how() == How.LEFT -> kept.stillLeft(share.object(), before);
                    case Undone _ -> {}
                    case Written.Standing(LedgerEntry entry) when parts -> part(entry, notes);
                    case Written.Standing(LedgerEntry entry) -> {
                        switch (entries.of(entry)) {
                            case Deed.Undo(UndoItem item) -> {
                                standing.put(entry.key(), entry);
                                items.add(item);
                            }
                            case Deed.Nothing _ -> notes.add(note(entry, How.KEPT));
                            case Deed.Unknown _ ->
                                settle(entry, RunEntries.isRefused(entry) ? CHANGE_REFUSED : NO_IMAGE, notes);
                            case Deed.None _ -> {}
                        }
                    }
                }
            }
            if (!items.isEmpty()) {
                undoer.undo(share.object(), new LaterWrites(ledger, undoer).of(share, items), rules())
                        .forEach((key, outcome) -> settle(entry(standing, key), outcome, notes));
            }
            ledger.undone(share.object(), notes);
            undone += notes.size();
            // Listed before it was noted, a record would be passed over by the call that comes after a crash.
            left.forEach((entry, why) -> kept.add(share.object(), entry, why));
            left.clear();
        }

        private UndoRules rules() {
            return new UndoRules(
                    share.run().force(),
                    Instant.parse(share.plan().began()),
                    Instant.parse(share.plan().lastWrite()),
                    keptObjects);
        }

        private static LedgerEntry entry(Map<CanonicalId, LedgerEntry> standing, CanonicalId key) {
            LedgerEntry entry = standing.get(key);
            if (entry == null) {
                throw new IllegalStateException("an outcome of a record that was not asked for: " + key);
            }
            return entry;
        }

        private void part(LedgerEntry entry, List<Undone> notes) {
            if (entries.of(entry) instanceof Deed.None) {
                return;
            }
            String owner = entry.standing()
                    .map(id -> undoer.ownerId(share.object(), id))
                    .orElse("");
            boolean stranger = strangers.contains(entry.key());
            if (stranger && RunEntries.isRefused(entry)) {
                settle(entry, CHANGE_REFUSED, notes);
            } else if (keptOwners.contains(owner)) {
                settle(entry, OWNER_KEPT, notes);
            } else if (stranger) {
                settle(entry, NOT_ALONE, notes);
            } else {
                settle(entry, new UndoOutcome.Removed(), notes);
            }
        }

        private void settle(LedgerEntry entry, UndoOutcome outcome, List<Undone> notes) {
            switch (outcome) {
                case UndoOutcome.Removed _ -> notes.add(note(entry, How.REMOVED));
                case UndoOutcome.Restored _ -> notes.add(note(entry, How.RESTORED));
                case UndoOutcome.Left why -> {
                    notes.add(entries.left(entry, why.stands()));
                    left.put(entry, why);
                }
                case UndoOutcome.Spared spared -> kept.add(share.object(), entry, spared);
                case UndoOutcome.Failed failed -> kept.add(share.object(), entry, failed);
            }
        }

        private Undone note(LedgerEntry entry, How how) {
            return entries.note(entry, how, clock.instant());
        }
    }
}
