package dev.ferry.core.rollback;

import dev.ferry.core.load.BeforeImage;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.LedgerEntry.Operation;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Undone.How;
import dev.ferry.core.source.CanonicalId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What undoing an entry of the run means.
///
/// @param onlyRun whether no other run had written before
/// @param lastWrite when the run wrote its last record
/// @param images how records stood before the run
/// @param lost what was sent of records whose answers were lost
record RunEntries(
        boolean onlyRun, Instant lastWrite, Map<CanonicalId, BeforeImage> images, Map<CanonicalId, StagedRecord> lost) {

    RunEntries(boolean onlyRun) {
        this(onlyRun, Instant.EPOCH, Map.of(), Map.of());
    }

    /// What is to be done.
    sealed interface Deed {
        /// The target has to do something.
        record Undo(UndoItem item) implements Deed {}

        /// The record was recognised and not changed.
        record Nothing() implements Deed {}

        /// The record was changed and nobody knows how it was.
        record Unknown() implements Deed {}

        /// The entry speaks of a record that was refused: nothing stands.
        record None() implements Deed {}
    }

    /// Whether the target refused what the run wanted of the record.
    static boolean isRefused(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Refused _ -> true;
            case LedgerEntry.Loaded _, LedgerEntry.Sent _, LedgerEntry.Recognised _ -> false;
        };
    }

    /// Whether the run made the record, as far as the ledger tells.
    boolean made(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Loaded loaded ->
                loaded.operation() == Operation.CREATED || (loaded.operation() == Operation.UPDATED && onlyRun);
            case LedgerEntry.Sent _ -> true;
            case LedgerEntry.Refused _ -> onlyRun;
            case LedgerEntry.Recognised _ -> false;
        };
    }

    Deed of(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Loaded loaded ->
                switch (loaded.operation()) {
                    case CREATED -> remove(loaded);
                    case MATCHED -> restore(loaded);
                    case UPDATED -> updated(loaded);
                };
            case LedgerEntry.Recognised there ->
                there.filled().isEmpty() && image(there) == null
                        ? new Deed.Nothing()
                        : new Deed.Undo(new UndoItem.Restore(
                                there.key(), there.targetId(), lastWrite, there.filled(), image(there), null));
            case LedgerEntry.Sent sent ->
                sent.standing()
                        .<Deed>map(id -> new Deed.Undo(new UndoItem.Remove(sent.key(), id, lastWrite, null)))
                        .orElseGet(() -> lost(sent.key()));
            case LedgerEntry.Refused refused -> refused(refused);
        };
    }

    /// The note that an entry was dealt with. What an earlier run had written counts again.
    ///
    /// @param now when that was
    Undone note(LedgerEntry entry, How how, Instant now) {
        BeforeImage image = image(entry);
        return new Undone(
                entry.key(),
                entry.runId(),
                entry.phase(),
                entry.standing().orElse(""),
                how,
                how == How.RESTORED ? now : at(entry),
                image == null ? null : image.entry().orElse(null));
    }

    /// The note that an entry cannot be undone.
    ///
    /// @param stands whether a later run may take it for loaded
    Undone left(LedgerEntry entry, boolean stands) {
        return new Undone(
                entry.key(),
                entry.runId(),
                entry.phase(),
                entry.standing().orElse(""),
                How.LEFT,
                at(entry),
                stands ? entry : null);
    }

    private Instant at(LedgerEntry entry) {
        return entry instanceof LedgerEntry.Loaded loaded ? loaded.at() : lastWrite;
    }

    private Deed refused(LedgerEntry.Refused refused) {
        if (refused.standing().isEmpty()) {
            return refused.retriable() ? lost(refused.key()) : new Deed.None();
        }
        String id = refused.standing().get();
        BeforeImage image = image(refused);
        if (image != null && image.entry().isPresent()) {
            return new Deed.Undo(new UndoItem.Restore(refused.key(), id, lastWrite, List.of(), image, null));
        }
        return image != null || onlyRun
                ? new Deed.Undo(new UndoItem.Remove(refused.key(), id, lastWrite, null))
                : new Deed.Unknown();
    }

    private Deed remove(LedgerEntry.Loaded loaded) {
        return new Deed.Undo(new UndoItem.Remove(loaded.key(), loaded.targetId(), loaded.at(), loaded.loaded()));
    }

    private Deed restore(LedgerEntry.Loaded loaded) {
        return loaded.filled().isEmpty() && image(loaded) == null
                ? new Deed.Nothing()
                : new Deed.Undo(new UndoItem.Restore(
                        loaded.key(), loaded.targetId(), loaded.at(), loaded.filled(), image(loaded), loaded.loaded()));
    }

    private Deed updated(LedgerEntry.Loaded loaded) {
        BeforeImage image = image(loaded);
        if (image == null) {
            // Of a record that was made in part, the rest is a change.
            return onlyRun ? remove(loaded) : new Deed.Unknown();
        }
        return image.entry().isPresent() ? restore(loaded) : remove(loaded);
    }

    private @Nullable BeforeImage image(LedgerEntry entry) {
        return images.get(entry.key());
    }

    private Deed lost(CanonicalId key) {
        return new Deed.Undo(new UndoItem.Lost(key, lastWrite, lost.get(key)));
    }
}
