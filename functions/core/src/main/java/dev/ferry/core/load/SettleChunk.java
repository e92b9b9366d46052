package dev.ferry.core.load;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.Outcome;
import dev.ferry.core.work.WorkStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a chunk that the target has, and writes every record's outcome into the ledger and beside the chunk.
///
/// Outcomes are joined to records by key, never by position. May be repeated at any point.
///
/// *Heap*: the records of one chunk.
public final class SettleChunk {
    private static final int LEDGER_BATCH = 500;

    private final StagedRecords staged;
    private final ChunkOutcomes outcomes;
    private final Ledger ledger;
    private final JobLedger jobs;
    private final @Nullable PhaseBreaker breaker;
    private final InstantSource clock;

    /// For polling, and for settling without a breaker.
    public SettleChunk(WorkStore work, Ledger ledger, JobLedger jobs, InstantSource clock) {
        this(work, ledger, jobs, clock, null);
    }

    /// @param breaker stops the phase when too much of it is refused; null for never
    public SettleChunk(
            WorkStore work, Ledger ledger, JobLedger jobs, InstantSource clock, @Nullable PhaseBreaker breaker) {
        this.staged = new StagedRecords(work);
        this.outcomes = new ChunkOutcomes(work);
        this.ledger = ledger;
        this.jobs = jobs;
        this.clock = clock;
        this.breaker = breaker;
    }

    /// How many records of the chunk came to what in this call.
    ///
    /// @param again records that are sent once more
    public record Settlement(int loaded, int refused, int again) {}

    /// Where the load bucket's latest chunk stands in the target.
    public JobState poll(PhaseRun phase, int loadBucket, Loaders loaders) {
        ChunkEntry entry = latest(phase, loadBucket);
        return entry.state() == ChunkEntry.State.SETTLED
                ? JobState.FINISHED
                : loaders.at(entry.attempt()).poll(entry.job().orElseThrow());
    }

    /// Writes the outcomes of the load bucket's latest chunk, as many as one call has time for. A job that the
    /// target has lost is settled by looking up every record by its key.
    public Settlement settle(PhaseRun phase, int loadBucket, Loaders loaders) {
        ChunkEntry entry = latest(phase, loadBucket);
        Settling settling = new Settling(phase, entry, staged.ofChunk(phase, entry.id()));
        if (entry.state() != ChunkEntry.State.SETTLED) {
            ChunkLoader loader = loaders.at(entry.attempt());
            JobRef job = entry.job().orElseThrow();
            if (loader.goesStepByStep()) {
                settling.leaveOutWhatIsSettled();
            }
            if (loader.poll(job) == JobState.FINISHED && settling.isOpen()) {
                if (!settleSome(loader, job, settling)) {
                    settling.flush();
                    return settling.settlement();
                }
            }
            settling.lookUpUnknown(loader);
            settling.flush();
            outcomes.write(phase, entry.id(), settling.outcomes);
            PhaseBreaker.Settled settled =
                    new PhaseBreaker.Settled(entry, settling.records.size(), settling.refusals, loader::isSetUpFault);
            if (breaker != null) {
                breaker.note(phase, settled);
            }
            jobs.put(entry.with(ChunkEntry.State.SETTLED, job.id()));
            if (breaker != null) {
                breaker.check(phase, settled);
            }
        }
        return settling.settlement();
    }

    private static boolean settleSome(ChunkLoader loader, JobRef job, Settling settling) {
        try {
            return loader.settleSome(job, settling.chunk(), settling::accept);
        } catch (FerryException stopped) {
            // What was told before is so, whatever stopped the rest.
            settling.flush();
            throw stopped;
        }
    }

    private ChunkEntry latest(PhaseRun phase, int loadBucket) {
        return jobs.latest(phase.runId(), phase.phase(), loadBucket)
                .orElseThrow(() -> new IllegalStateException(
                        "load bucket %d of %s has no chunk".formatted(loadBucket, phase.phase())));
    }

    /// The outcomes of one chunk on their way into the ledger.
    private final class Settling {
        private final PhaseRun phase;
        private final ChunkEntry entry;
        private final List<StagedRecord> records;
        private final Map<CanonicalId, StagedRecord> open = new LinkedHashMap<>();
        private final List<LedgerEntry> pending = new ArrayList<>();
        private final List<LedgerEntry> outcomes = new ArrayList<>();
        private final List<LedgerEntry.Refused> refusals = new ArrayList<>();
        private int loaded;
        private int refused;
        private int again;

        Settling(PhaseRun phase, ChunkEntry entry, List<StagedRecord> records) {
            this.phase = phase;
            this.entry = entry;
            this.records = records;
            records.forEach(record -> open.put(record.key(), record));
        }

        Chunk chunk() {
            return new Chunk(entry.id(), phase.object(), entry.write(), List.copyOf(open.values()));
        }

        boolean isOpen() {
            return !open.isEmpty();
        }

        Settlement settlement() {
            return new Settlement(loaded, refused, again);
        }

        /// Takes over the outcomes that an earlier step has put into the ledger.
        void leaveOutWhatIsSettled() {
            ledger.find(phase.object(), List.copyOf(open.keySet())).forEach((key, known) -> {
                StagedRecord record = open.get(key);
                if (record != null && isOutcome(record, known)) {
                    open.remove(key);
                    outcomes.add(known);
                    if (known instanceof LedgerEntry.Refused refusal) {
                        refusals.add(refusal);
                    }
                }
            });
        }

        private boolean isOutcome(StagedRecord record, LedgerEntry known) {
            return switch (known) {
                case LedgerEntry.Loaded there ->
                    phase.wrote(there) && there.content().equals(record.content());
                case LedgerEntry.Refused refusal ->
                    refusal.runId().equals(phase.runId()) && refusal.attempts() == entry.attempt() + 1;
                case LedgerEntry.Recognised _ -> false;
                case LedgerEntry.Sent _ -> false;
            };
        }

        void accept(CanonicalId key, Outcome outcome) {
            if (outcome instanceof Outcome.Unknown) {
                return;
            }
            StagedRecord record = open.remove(key);
            if (record == null) {
                return;
            }
            put(record, outcome);
        }

        void lookUpUnknown(ChunkLoader loader) {
            if (open.isEmpty()) {
                return;
            }
            Map<CanonicalId, String> found =
                    entry.write() == Chunk.Write.INSERT ? loader.find(phase.object(), open.keySet()) : Map.of();
            new HashMap<>(open).forEach((key, record) -> {
                String id = found.get(key);
                accept(
                        key,
                        id != null
                                ? new Outcome.Created(id)
                                : new Outcome.Failed(
                                        "NOT_PROCESSED",
                                        "",
                                        "the target did not get to the record",
                                        "Run again; see the limits of the target if it happens often.",
                                        true));
            });
        }

        private void put(StagedRecord record, Outcome outcome) {
            switch (outcome) {
                case Outcome.Created created -> loaded(record, created.targetId(), LedgerEntry.Operation.CREATED);
                case Outcome.Updated updated ->
                    loaded(
                            record,
                            updated.targetId(),
                            record.recognised() ? LedgerEntry.Operation.MATCHED : LedgerEntry.Operation.UPDATED);
                case Outcome.Unchanged unchanged -> loaded(record, unchanged.targetId(), LedgerEntry.Operation.MATCHED);
                case Outcome.Linked linked -> linked(record, linked);
                case Outcome.Failed failed -> refused(record, record.existingId(), failed);
                case Outcome.Partial partial -> refused(record, partial.targetId(), partial.why());
                case Outcome.Unknown unknown ->
                    throw new IllegalStateException("unknown is looked up first: " + unknown.jobId());
            }
            if (pending.size() >= LEDGER_BATCH) {
                flush();
            }
        }

        private void loaded(StagedRecord record, String targetId, LedgerEntry.Operation operation) {
            loaded++;
            pending.add(new LedgerEntry.Loaded(
                    record.key(),
                    phase.runId(),
                    phase.phase(),
                    targetId,
                    operation,
                    record.filled() == null ? List.of() : record.filled(),
                    record.content(),
                    record.loaded(),
                    clock.instant()));
        }

        private void linked(StagedRecord record, Outcome.Linked linked) {
            loaded++;
            pending.add(new LedgerEntry.Loaded(
                    record.key(),
                    phase.runId(),
                    phase.phase(),
                    linked.targetId(),
                    LedgerEntry.Operation.MATCHED,
                    linked.filled(),
                    record.content(),
                    linked.loaded(),
                    clock.instant()));
        }

        private void refused(StagedRecord record, @Nullable String standing, Outcome.Failed failed) {
            if (failed.retriable()) {
                again++;
            } else {
                refused++;
            }
            LedgerEntry.Refused refusal = new LedgerEntry.Refused(
                    record.key(),
                    phase.runId(),
                    phase.phase(),
                    // One that could not be linked is not Ferry's: the next run looks for it again.
                    record.recognised() ? null : standing,
                    failed.code(),
                    failed.field(),
                    failed.reason(),
                    failed.hint(),
                    failed.retriable(),
                    entry.attempt() + 1);
            refusals.add(refusal);
            pending.add(refusal);
        }

        void flush() {
            ledger.put(phase.object(), pending);
            outcomes.addAll(pending);
            pending.clear();
        }
    }
}
