package dev.ferry.core.load;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.SubmitChunk.Submission;
import dev.ferry.core.load.TargetReader.ExistingRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sends the first chunk of a phase alone and looks at what became of it, before the rest goes in parallel.
///
/// What is wrong with a phase as a whole (a right that is missing, automation that writes over what was sent, dates
/// that the target sets by itself) is then wrong with two hundred records and not with a million. A phase of no
/// more than that is left to the ordinary way, and so is a target that takes records one by one. May be repeated
/// at any point: the chunk is in the job ledger as any other.
///
/// *Heap*: as [SubmitChunk].
public final class SendFirstChunk {
    /// How many records the first chunk has at the most: what Salesforce takes in one call.
    public static final int MOST_RECORDS = 200;

    private static final int SHOWN = 3;

    private final Stores stores;
    private final SubmitChunk submit;
    private final SettleChunk settle;
    private final TargetReader reader;

    /// @param limits of the chunks of the run
    /// @param settle with the breaker that looks at what was refused
    public SendFirstChunk(Stores stores, ChunkLimits limits, SettleChunk settle, TargetReader reader) {
        this.stores = stores;
        this.submit = new SubmitChunk(
                stores.work(),
                stores.jobs(),
                stores.tallies(),
                new ChunkLimits(MOST_RECORDS, limits.maxBytes(), limits.maxAttempts()));
        this.settle = settle;
        this.reader = reader;
    }

    /// Sends it if the phase needs it, and looks.
    ///
    /// *Errors*: `TARGET_SCHEMA` when too much of it is refused, or when the target holds something else than was
    /// sent; nothing else has been sent then.
    ///
    /// @return how many records it had; 0 for a phase that goes the ordinary way
    public int send(PhaseRun phase, Loaders loaders) {
        if (loaders.at(0).goesStepByStep() || staged(phase) <= MOST_RECORDS) {
            return 0;
        }
        // The loader of the last attempts sends a chunk in one call, whose answer is there at once.
        Loaders inOneCall = _ -> loaders.at(Integer.MAX_VALUE);
        Optional<ChunkEntry> begun = begun(phase);
        if (begun.isPresent() && begun.get().id().number() > 0) {
            return 0;
        }
        int loadBucket = begun.map(entry -> entry.id().loadBucket()).orElseGet(() -> next(phase, inOneCall));
        if (loadBucket < 0) {
            return 0;
        }
        ChunkEntry chunk = begun(phase, loadBucket).orElseThrow();
        if (chunk.state() != ChunkEntry.State.SETTLED) {
            submit.submit(phase, loadBucket, inOneCall);
            if (settle.poll(phase, loadBucket, inOneCall) != JobState.FINISHED) {
                return 0;
            }
            settle.settle(phase, loadBucket, inOneCall);
        }
        return look(phase, chunk);
    }

    private long staged(PhaseRun phase) {
        try (Stream<Tally> buckets = stores.tallies().of(phase.runId(), phase.tallyPhase("stage"))) {
            return buckets.mapToLong(bucket -> bucket.count("staged")).sum();
        }
    }

    private Optional<ChunkEntry> begun(PhaseRun phase) {
        Optional<ChunkEntry> latest = Optional.empty();
        for (int bucket = 0; bucket < phase.loadBuckets() && latest.isEmpty(); bucket++) {
            latest = begun(phase, bucket);
        }
        return latest;
    }

    private Optional<ChunkEntry> begun(PhaseRun phase, int loadBucket) {
        return stores.jobs().latest(phase.runId(), phase.phase(), loadBucket);
    }

    private int next(PhaseRun phase, Loaders loaders) {
        for (int bucket = 0; bucket < phase.loadBuckets(); bucket++) {
            if (submit.submit(phase, bucket, loaders) instanceof Submission.Sent) {
                return bucket;
            }
        }
        return -1;
    }

    /// Where a phase's work and its outcomes are.
    public record Stores(WorkStore work, Ledger ledger, JobLedger jobs, TallyStore tallies) {}

    // Only what was made is looked at, and only what the target shows: an activity of long ago may be archived at
    // once, and is then read back at the end of the phase.
    private int look(PhaseRun phase, ChunkEntry chunk) {
        Map<CanonicalId, StagedRecord> sent = new StagedRecords(stores.work())
                .ofChunk(phase, chunk.id()).stream().collect(Collectors.toMap(StagedRecord::key, record -> record));
        if (chunk.write() != Chunk.Write.INSERT || !reader.showsStanding(phase.object())) {
            return sent.size();
        }
        Map<CanonicalId, String> ids = new HashMap<>();
        stores.ledger().find(phase.object(), sent.keySet()).forEach((key, entry) -> {
            if (entry instanceof LedgerEntry.Loaded loaded && phase.wrote(loaded)) {
                ids.put(key, loaded.targetId());
            }
        });
        SortedMap<String, SortedSet<CanonicalId>> different = new TreeMap<>();
        reader.standing(phase.object(), ids)
                .forEach((key, standing) -> hold(phase, Objects.requireNonNull(sent.get(key)), standing)
                        .forEach(field -> different
                                .computeIfAbsent(field, _ -> new TreeSet<>())
                                .add(key)));
        if (!different.isEmpty()) {
            list(phase, different);
            throw stopped(phase, sent.size(), different);
        }
        return sent.size();
    }

    private SortedSet<String> hold(PhaseRun phase, StagedRecord record, ExistingRecord standing) {
        SortedSet<String> fields = new TreeSet<>();
        if (!ContentHash.of(standing.fields()).equals(record.loaded())) {
            SortedMap<String, FieldValue> expected = reader.comparable(phase.object(), record.fields());
            fields.addAll(expected.keySet());
            fields.addAll(standing.fields().keySet());
            fields.removeIf(field ->
                    Objects.equals(expected.get(field), standing.fields().get(field)));
        }
        return fields;
    }

    private void list(PhaseRun phase, SortedMap<String, SortedSet<CanonicalId>> different) {
        try (JsonLines.Writer lines = JsonLines.write(stores.work(), phase.listFile("different", "first"))) {
            different.forEach((field, keys) -> keys.forEach(
                    key -> lines.write(Map.of("object", phase.object().value(), "key", key.value(), "field", field))));
            lines.commit();
        }
    }

    private static FerryException stopped(
            PhaseRun phase, int sent, SortedMap<String, SortedSet<CanonicalId>> different) {
        SortedSet<CanonicalId> keys = new TreeSet<>();
        different.values().forEach(keys::addAll);
        return new FerryException(
                ErrorCode.TARGET_SCHEMA,
                "phase %s stopped after its first %d records, and nothing else of it was sent: the target holds something"
                                .formatted(phase.phase(), sent)
                        + " else than was sent in %s, for example of %s. Look for a right to set these fields or"
                                .formatted(
                                        String.join(", ", different.keySet()),
                                        keys.stream()
                                                .limit(SHOWN)
                                                .map(CanonicalId::value)
                                                .collect(Collectors.joining(", ")))
                        + " automation that writes them, roll the run back and start another");
    }
}
