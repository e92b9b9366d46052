package dev.ferry.core.load;

import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.TargetRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Recognises records that stood in the target before Ferry came, so that they are linked and not made twice.
///
/// What is recognised is linked only where exactly one record answers: of several, none is taken, since which one
/// is meant is for a person to say. Only empty fields get a value.
///
/// *Threading*: for one thread and one bucket.
final class RecogniseRecords {
    private final PhaseRun phase;
    private final TargetReader reader;
    private final Set<String> taken = new HashSet<>();

    RecogniseRecords(PhaseRun phase, TargetReader reader) {
        this.phase = phase;
        this.reader = reader;
    }

    /// What was found for a record.
    sealed interface Recognition {

        /// The one record that it is.
        ///
        /// @param filledBefore what Ferry has given a value in it already
        record One(ExistingRecord there, List<String> filledBefore) implements Recognition {

            /// The values to send: those of fields that are empty or that Ferry has filled.
            SortedMap<String, FieldValue> fill(SortedMap<String, FieldValue> wanted) {
                SortedMap<String, FieldValue> fill = new TreeMap<>(wanted);
                fill.keySet().removeIf(name -> !there.fillable().contains(name) && !filledBefore.contains(name));
                return fill;
            }
        }

        /// Several records answer, or one that another record has been recognised as.
        record Ambiguous() implements Recognition {}
    }

    /// What is found for these records, beside what the ledger knows; nothing for those that Ferry makes.
    Map<CanonicalId, Recognition> of(Collection<TargetRecord> records, Map<CanonicalId, LedgerEntry> known) {
        Map<CanonicalId, SortedMap<String, FieldValue>> unknown = new HashMap<>();
        Map<CanonicalId, String> standing = new HashMap<>();
        Map<CanonicalId, List<String>> filled = new HashMap<>();
        for (TargetRecord record : records) {
            switch (known.get(record.key())) {
                case null -> unknown.put(record.key(), record.fields());
                case LedgerEntry.Refused refused
                when refused.standing().isEmpty() -> unknown.put(record.key(), record.fields());
                case LedgerEntry.Recognised entry -> {
                    standing.put(record.key(), entry.targetId());
                    filled.put(record.key(), entry.filled());
                }
                case LedgerEntry.Loaded entry
                when entry.operation() == LedgerEntry.Operation.MATCHED -> {
                    standing.put(record.key(), entry.targetId());
                    filled.put(record.key(), entry.filled());
                }
                case LedgerEntry.Loaded _ -> {}
                case LedgerEntry.Sent _ -> {}
                case LedgerEntry.Refused _ -> {}
            }
        }
        Map<CanonicalId, Recognition> found = new HashMap<>();
        if (!standing.isEmpty()) {
            reader.standing(phase.object(), standing)
                    .forEach((key, there) ->
                            found.put(key, new Recognition.One(there, filled.getOrDefault(key, List.of()))));
        }
        if (!unknown.isEmpty() && !phase.matchOn().isEmpty()) {
            reader.matching(phase.object(), phase.matchOn(), unknown)
                    .forEach((key, there) -> found.put(key, decided(there)));
        }
        return found;
    }

    private Recognition decided(List<ExistingRecord> there) {
        return there.size() == 1 && taken.add(there.getFirst().targetId())
                ? new Recognition.One(there.getFirst(), List.of())
                : new Recognition.Ambiguous();
    }

    /// Notes on what is newly recognised, to be written ahead of the first change.
    static List<LedgerEntry> notes(PhaseRun phase, Collection<StagedRecord> staged) {
        List<LedgerEntry> notes = new ArrayList<>();
        for (StagedRecord record : staged) {
            @Nullable List<String> filled = record.filled();
            if (filled != null) {
                notes.add(new LedgerEntry.Recognised(
                        record.key(),
                        phase.runId(),
                        phase.phase(),
                        record.existing().orElseThrow(),
                        filled));
            }
        }
        return notes;
    }
}
