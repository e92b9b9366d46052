package dev.ferry.core.load;

import dev.ferry.core.load.RecogniseRecords.Recognition;
import dev.ferry.core.mapping.Adjustment;
import dev.ferry.core.mapping.Mapped;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.TargetRecord;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the canonical records of one bucket into staged records: maps them, settles their references from the
/// ledger, leaves out what stands in the target unchanged, and spreads the rest over load buckets by lock group.
///
/// May be repeated within a run at any time, also after some of its records have been loaded: it writes the same
/// again.
///
/// *Heap*: 500 records, and one key for each record of the bucket.
public final class StagePhase {
    private static final int BATCH = 500;

    private final WorkStore work;
    private final Ledger ledger;
    private final TallyStore tallies;
    private final TargetReader reader;
    private final Set<ObjectName> untouched;

    /// Asks the ledger for every record.
    public StagePhase(WorkStore work, Ledger ledger, TallyStore tallies, TargetReader reader) {
        this(work, ledger, tallies, reader, Set.of());
    }

    /// @param untouched objects of which the ledger knew nothing when the run began: it is not asked for their
    ///     records, since what this run itself has brought there would be staged again in the same way
    public StagePhase(
            WorkStore work, Ledger ledger, TallyStore tallies, TargetReader reader, Set<ObjectName> untouched) {
        this.work = work;
        this.ledger = ledger;
        this.tallies = tallies;
        this.reader = reader;
        this.untouched = Set.copyOf(untouched);
    }

    /// Stages a bucket and puts the tally `stage` of the phase.
    ///
    /// *Terms*: `mapped`, `filtered`, `quarantined`, `staged`, `unchanged`, `planned calls` where the target
    /// counts them, and one for each kind of adjustment; its digest is that of the unchanged records.
    public Tally stage(
            PhaseRun phase,
            Bucket bucket,
            Stream<Map<String, Object>> canonical,
            Function<Map<String, Object>, List<Mapped>> mapper) {
        return stage(phase, bucket, canonical, mapper, StagedSink.FILES);
    }

    /// As the other, with another end for what is staged.
    Tally stage(
            PhaseRun phase,
            Bucket bucket,
            Stream<Map<String, Object>> canonical,
            Function<Map<String, Object>, List<Mapped>> mapper,
            StagedSink sink) {
        try (StagingFiles files = new StagingFiles(work, phase, bucket)) {
            Staging staging = new Staging(phase, files, sink);
            Iterator<Mapped> results =
                    canonical.flatMap(record -> mapper.apply(record).stream()).iterator();
            while (results.hasNext()) {
                staging.accept(next(results));
            }
            Tally tally = new Tally(phase.tallyPhase("stage"), bucket.label(), staging.counts, staging.digest);
            files.commit();
            tallies.put(phase.runId(), tally);
            return tally;
        }
    }

    private static List<Mapped> next(Iterator<Mapped> results) {
        List<Mapped> batch = new ArrayList<>(BATCH);
        while (results.hasNext() && batch.size() < BATCH) {
            batch.add(results.next());
        }
        return batch;
    }

    /// One bucket on its way into the staging files.
    private final class Staging {
        private final PhaseRun phase;
        private final StagingFiles files;
        private final RecogniseRecords recognise;
        private final Set<CanonicalId> seen = new HashSet<>();
        private final List<StagedRecord> newlyRecognised = new ArrayList<>();
        private Map<CanonicalId, Recognition> recognised = Map.of();
        private final SortedMap<String, Long> counts = new TreeMap<>();
        private final StagedSink sink;
        private RecordDigest digest = RecordDigest.EMPTY;

        Staging(PhaseRun phase, StagingFiles files, StagedSink sink) {
            this.phase = phase;
            this.files = files;
            this.sink = sink;
            this.recognise = new RecogniseRecords(phase, reader);
        }

        void accept(List<Mapped> batch) {
            Map<ObjectName, Map<CanonicalId, LedgerEntry>> known = lookUp(batch);
            recognised = recognise.of(made(batch), known.getOrDefault(phase.object(), Map.of()));
            stage(batch, known);
            ledger.put(phase.object(), RecogniseRecords.notes(phase, newlyRecognised));
            newlyRecognised.clear();
            sink.endOfBatch();
        }

        private void stage(List<Mapped> batch, Map<ObjectName, Map<CanonicalId, LedgerEntry>> known) {
            for (Mapped mapped : batch) {
                count("mapped");
                switch (mapped) {
                    case Mapped.Filtered filtered -> {
                        count("filtered");
                        files.filtered(filtered);
                    }
                    case Mapped.Quarantined quarantined -> quarantine(quarantined);
                    case Mapped.Record made -> stage(made, known);
                }
            }
        }

        private Map<ObjectName, Map<CanonicalId, LedgerEntry>> lookUp(List<Mapped> batch) {
            Map<ObjectName, Set<CanonicalId>> wanted = new HashMap<>();
            for (Mapped mapped : batch) {
                if (mapped instanceof Mapped.Record made) {
                    TargetRecord record = made.record();
                    // What was recognised is noted before it is sent, so a repeat has to see the note.
                    if (!untouched.contains(record.object()) || !phase.matchOn().isEmpty()) {
                        wanted.computeIfAbsent(record.object(), object -> new HashSet<>())
                                .add(record.key());
                    }
                    record.fields().values().forEach(value -> {
                        if (value instanceof FieldValue.Reference reference) {
                            wanted.computeIfAbsent(reference.object(), object -> new HashSet<>())
                                    .add(reference.key());
                        }
                    });
                }
            }
            Map<ObjectName, Map<CanonicalId, LedgerEntry>> known = new HashMap<>();
            wanted.forEach((object, keys) -> known.put(object, ledger.find(object, keys)));
            return known;
        }

        private void stage(Mapped.Record made, Map<ObjectName, Map<CanonicalId, LedgerEntry>> known) {
            TargetRecord record = made.record();
            if (!seen.add(record.key())) {
                quarantine(new Mapped.Quarantined(
                        record.key(), "key", "a second record has the same key", "Correct the key in the mapping."));
                return;
            }
            SortedMap<String, FieldValue> settled = new TreeMap<>();
            for (Map.Entry<String, FieldValue> field : record.fields().entrySet()) {
                if (field.getValue() instanceof FieldValue.Reference reference) {
                    String id = standing(reference, known);
                    if (id != null) {
                        settled.put(field.getKey(), new FieldValue.TargetId(id));
                    } else if (reference.required()) {
                        quarantine(orphan(record.key(), field.getKey(), reference));
                        return;
                    } else {
                        count("adjusted." + field.getKey() + ".PARENT_MISSING");
                        files.adjusted(record.key(), field.getKey(), "PARENT_MISSING");
                    }
                } else {
                    settled.put(field.getKey(), field.getValue());
                }
            }
            for (Adjustment adjustment : made.adjustments()) {
                count("adjusted." + adjustment.field() + "." + adjustment.rule());
                files.adjusted(
                        record.key(), adjustment.field(), adjustment.rule().name());
            }
            decide(record, settled, known.getOrDefault(record.object(), Map.of()));
        }

        private void decide(
                TargetRecord record, SortedMap<String, FieldValue> settled, Map<CanonicalId, LedgerEntry> known) {
            ContentHash content = ContentHash.of(record.fields());
            ContentHash loaded = ContentHash.of(reader.comparable(record.object(), settled));
            count("staged");
            LedgerEntry entry = known.get(record.key());
            if (entry instanceof LedgerEntry.Loaded there && there.content().equals(content) && !phase.wrote(there)) {
                boolean matched = there.operation() == LedgerEntry.Operation.MATCHED;
                count("unchanged");
                digest = digest.plus(RecordDigest.of(record.key().value(), (matched ? there.loaded() : loaded).hex()));
                return;
            }
            switch (recognised.get(record.key())) {
                case Recognition.One one -> {
                    fill(record, settled, one, entry);
                    return;
                }
                case Recognition.Ambiguous _ -> {
                    count("adjusted.key.AMBIGUOUS_MATCH");
                    files.adjusted(record.key(), "key", "AMBIGUOUS_MATCH");
                }
                case null -> {}
            }
            keep(
                    record.object(),
                    new StagedRecord(
                            record.key(), record.lockGroup(), existing(entry), null, content, loaded, settled));
        }

        private void keep(ObjectName object, StagedRecord staged) {
            for (TargetReader.Fitted fitted : reader.fitted(object, staged.fields())) {
                count("adjusted." + fitted.field() + "." + fitted.rule());
                files.adjusted(staged.key(), fitted.field(), fitted.rule());
            }
            long calls = reader.plannedCalls(object, staged.write(), staged.fields());
            if (calls > 0) {
                counts.merge("planned calls", calls, Long::sum);
            }
            sink.accept(staged, files, this::count);
        }

        private void fill(
                TargetRecord record,
                SortedMap<String, FieldValue> settled,
                Recognition.One one,
                @Nullable LedgerEntry entry) {
            SortedMap<String, FieldValue> fill = one.fill(settled);
            SortedMap<String, FieldValue> expected = new TreeMap<>(one.there().fields());
            expected.putAll(reader.comparable(record.object(), fill));
            StagedRecord staged = new StagedRecord(
                    record.key(),
                    record.lockGroup(),
                    one.there().targetId(),
                    List.copyOf(fill.keySet()),
                    ContentHash.of(record.fields()),
                    ContentHash.of(expected),
                    fill);
            if (!(entry instanceof LedgerEntry.Loaded)) {
                newlyRecognised.add(staged);
            }
            files.matched(record.key(), one.there().targetId(), List.copyOf(fill.keySet()));
            keep(record.object(), staged);
        }

        private @Nullable String existing(@Nullable LedgerEntry entry) {
            return switch (entry) {
                case null -> null;
                case LedgerEntry.Recognised recognised -> recognised.targetId();
                // Made in part at the most: whoever sends it goes on from there.
                case LedgerEntry.Sent _ -> null;
                case LedgerEntry.Loaded loaded
                when phase.wrote(loaded) && loaded.operation() != LedgerEntry.Operation.UPDATED -> null;
                case LedgerEntry.Loaded loaded -> loaded.targetId();
                case LedgerEntry.Refused refused -> refused.standing().orElse(null);
            };
        }

        private void quarantine(Mapped.Quarantined quarantined) {
            count("quarantined");
            files.quarantined(quarantined);
        }

        private void count(String term) {
            counts.merge(term, 1L, Long::sum);
        }
    }

    private static List<TargetRecord> made(List<Mapped> batch) {
        return batch.stream()
                .filter(Mapped.Record.class::isInstance)
                .map(mapped -> ((Mapped.Record) mapped).record())
                .toList();
    }

    private static @Nullable String standing(
            FieldValue.Reference reference, Map<ObjectName, Map<CanonicalId, LedgerEntry>> known) {
        LedgerEntry entry = known.getOrDefault(reference.object(), Map.of()).get(reference.key());
        return entry == null ? null : entry.standing().orElse(null);
    }

    private static Mapped.Quarantined orphan(CanonicalId key, String field, FieldValue.Reference reference) {
        return new Mapped.Quarantined(
                key,
                field,
                "its parent " + reference.object() + " " + reference.key() + " is not in the target",
                "See the failed and quarantined lists of the phase that loads " + reference.object()
                        + "; mend the parent and run again.");
    }
}
