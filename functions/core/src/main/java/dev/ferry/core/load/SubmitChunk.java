package dev.ferry.core.load;

import dev.ferry.core.load.ChunkCutter.Waiting;
import dev.ferry.core.load.ChunkLoader.Abandonment;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends the next chunk of a load bucket, or takes up the one that was left when an earlier call was interrupted.
///
/// When nothing is left to send, the bucket's books are put as a tally and its failed records are listed by name.
///
/// *Heap*: the staged records of one load bucket that still wait, and what became of the others.
public final class SubmitChunk {
    private final WorkStore work;
    private final StagedRecords staged;
    private final ChunkOutcomes outcomes;
    private final JobLedger jobs;
    private final TallyStore tallies;
    private final ChunkLimits limits;

    public SubmitChunk(WorkStore work, JobLedger jobs, TallyStore tallies, ChunkLimits limits) {
        this.work = work;
        this.staged = new StagedRecords(work);
        this.outcomes = new ChunkOutcomes(work);
        this.jobs = jobs;
        this.tallies = tallies;
        this.limits = limits;
    }

    /// What a call came to.
    public sealed interface Submission {

        /// The chunk is with the target; poll it, then settle it.
        record Sent(ChunkId chunk) implements Submission {}

        /// Every record of the load bucket has its outcome.
        record NothingLeft(Tally tally) implements Submission {}
    }

    /// Sends what comes next.
    ///
    /// @param loaders the loader for records that have been sent `attempt` times already
    public Submission submit(PhaseRun phase, int loadBucket, Loaders loaders) {
        Optional<ChunkEntry> latest = jobs.latest(phase.runId(), phase.phase(), loadBucket);
        if (latest.isPresent() && latest.get().state() != ChunkEntry.State.SETTLED) {
            Optional<Submission> resumed = resume(phase, latest.get(), loaders);
            if (resumed.isPresent()) {
                return resumed.get();
            }
        }
        LoadBooks books = new LoadBooks(phase, loadBucket);
        List<Waiting> waiting = waiting(phase, loadBucket, sentSoFar(phase, latest), books);
        if (waiting.isEmpty()) {
            Tally tally = books.close(work);
            tallies.put(phase.runId(), tally);
            return new Submission.NothingLeft(tally);
        }
        List<Waiting> next = new ChunkCutter(limits).cut(waiting);
        ChunkId id = new ChunkId(
                phase.runId(),
                phase.phase(),
                loadBucket,
                latest.map(entry -> entry.id().number() + 1).orElse(0));
        List<StagedRecord> records = next.stream().map(Waiting::record).toList();
        staged.writeAhead(phase, id, records);
        Waiting first = next.getFirst();
        return send(
                phase,
                new ChunkEntry(id, first.write(), ChunkEntry.State.PLANNED, null, first.attempt()),
                records,
                loaders);
    }

    private Optional<Submission> resume(PhaseRun phase, ChunkEntry entry, Loaders loaders) {
        ChunkLoader loader = loaders.at(entry.attempt());
        if (entry.state() == ChunkEntry.State.OPENED) {
            JobRef job = entry.job().orElseThrow();
            if (loader.abandon(job) == Abandonment.GIVEN_UP) {
                return Optional.of(send(phase, entry, staged.ofChunk(phase, entry.id()), loaders));
            }
            jobs.put(entry.with(ChunkEntry.State.SENT, job.id()));
        }
        if (entry.state() == ChunkEntry.State.PLANNED) {
            return Optional.of(send(phase, entry, staged.ofChunk(phase, entry.id()), loaders));
        }
        return Optional.of(new Submission.Sent(entry.id()));
    }

    private Submission send(PhaseRun phase, ChunkEntry planned, List<StagedRecord> records, Loaders loaders) {
        ChunkEntry entry = planned.with(ChunkEntry.State.PLANNED, null);
        jobs.put(entry);
        String[] opened = new String[1];
        loaders.at(entry.attempt()).submit(new Chunk(entry.id(), phase.object(), entry.write(), records), job -> {
            opened[0] = job.id();
            jobs.put(entry.with(ChunkEntry.State.OPENED, job.id()));
        });
        jobs.put(entry.with(ChunkEntry.State.SENT, opened[0]));
        return new Submission.Sent(entry.id());
    }

    /// Before its first chunk, nothing of a load bucket has an outcome of this run: what stands unchanged since an
    /// earlier one was not staged.
    private Map<CanonicalId, LedgerEntry> sentSoFar(PhaseRun phase, Optional<ChunkEntry> latest) {
        return latest.map(entry -> outcomes.upTo(phase, entry.id())).orElseGet(Map::of);
    }

    private List<Waiting> waiting(PhaseRun phase, int loadBucket, Map<CanonicalId, LedgerEntry> sent, LoadBooks books) {
        List<Waiting> waiting = new ArrayList<>();
        staged.forEach(phase, loadBucket, record -> {
            LedgerEntry entry = sent.get(record.key());
            int attempts = attempts(record, entry);
            if (attempts < limits.maxAttempts()) {
                waiting.add(new Waiting(record, attempts));
            } else {
                books.count(record, entry);
            }
        });
        return waiting;
    }

    private int attempts(StagedRecord record, @Nullable LedgerEntry entry) {
        return switch (entry) {
            case null -> 0;
            case LedgerEntry.Recognised _ -> 0;
            case LedgerEntry.Sent _ -> 0;
            case LedgerEntry.Loaded loaded -> loaded.content().equals(record.content()) ? limits.maxAttempts() : 0;
            case LedgerEntry.Refused refused -> refused.retriable() ? refused.attempts() : limits.maxAttempts();
        };
    }
}
