package dev.ferry.intercom.target;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the ledger knows of the creates of one phase: the intent before each, the id after it.
///
/// *Threading*: safe for concurrent use with different records.
final class WriteLedger {
    // No record has this content, so that each differs from it.
    private static final ContentHash UNSETTLED = ContentHash.of(new TreeMap<>());

    private final Ledger ledger;
    private final String runId;
    private final String phase;
    private final ObjectName object;

    WriteLedger(Ledger ledger, String runId, String phase, ObjectName object) {
        this.ledger = ledger;
        this.runId = runId;
        this.phase = phase;
        this.object = object;
    }

    /// How far the making of a record has come.
    sealed interface Progress {
        /// Nothing was ever sent.
        record Untouched() implements Progress {}

        /// A create was sent, or was about to be; what came of it has to be looked up.
        record Unknown() implements Progress {}

        /// The record is there, at least its first part.
        record There(String targetId) implements Progress {}
    }

    /// How far these records have come.
    Map<CanonicalId, LedgerEntry> entries(Collection<StagedRecord> records) {
        return ledger.find(object, records.stream().map(StagedRecord::key).toList());
    }

    /// What an entry says.
    static Progress progress(@Nullable LedgerEntry entry) {
        return switch (entry) {
            case null -> new Progress.Untouched();
            case LedgerEntry.Sent sent ->
                sent.standing().<Progress>map(Progress.There::new).orElseGet(Progress.Unknown::new);
            case LedgerEntry.Loaded loaded -> new Progress.There(loaded.targetId());
            case LedgerEntry.Recognised recognised -> new Progress.There(recognised.targetId());
            // What may pass later may have passed: its answer can have been lost.
            case LedgerEntry.Refused refused ->
                refused.standing()
                        .<Progress>map(Progress.There::new)
                        .orElseGet(refused.retriable() ? Progress.Unknown::new : Progress.Untouched::new);
        };
    }

    /// Writes ahead that a record is about to be made.
    void intend(CanonicalId key) {
        ledger.put(object, List.of(new LedgerEntry.Sent(key, runId, phase, null)));
    }

    /// Whether a record of the target is known as one that Ferry made, under whatever key: several of the source
    /// can become one. Reads all entries of the object, so it is for the rare case that something stands there.
    boolean hasMade(String targetId) {
        try (Stream<LedgerEntry> entries = ledger.all(object)) {
            return entries.anyMatch(entry -> switch (entry) {
                case LedgerEntry.Sent sent -> sent.standing().equals(Optional.of(targetId));
                case LedgerEntry.Loaded loaded ->
                    loaded.targetId().equals(targetId) && loaded.operation() != LedgerEntry.Operation.MATCHED;
                case LedgerEntry.Recognised _, LedgerEntry.Refused _ -> false;
            });
        }
    }

    /// Writes down the id that the target gave.
    void made(CanonicalId key, String targetId) {
        ledger.put(object, List.of(new LedgerEntry.Sent(key, runId, phase, targetId)));
    }

    /// Writes ahead that a record of another object will not stay as the ledger has it, so that the next phase of
    /// that object writes it again. Nothing happens to one that does not stand there.
    void unsettle(ObjectName other, CanonicalId key) {
        if (ledger.find(other, List.of(key)).get(key) instanceof LedgerEntry.Loaded there) {
            ledger.put(
                    other,
                    List.of(new LedgerEntry.Loaded(
                            key,
                            there.runId(),
                            there.phase(),
                            there.targetId(),
                            there.operation(),
                            there.filled(),
                            UNSETTLED,
                            there.loaded(),
                            there.at())));
        }
    }

    /// Writes ahead that a record which was there before is about to be changed.
    ///
    /// @param filled the fields that get a value
    void recognise(CanonicalId key, String targetId, List<String> filled) {
        ledger.put(object, List.of(new LedgerEntry.Recognised(key, runId, phase, targetId, filled)));
    }
}
