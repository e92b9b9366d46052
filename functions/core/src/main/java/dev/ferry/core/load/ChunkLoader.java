package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/// How a target takes a chunk in. Each target package has one per way of loading (jobs, direct calls).
///
/// *Threading*: safe for concurrent use with different chunks.
///
/// *Errors*: `TARGET_ACCESS`, `TARGET_SCHEMA`, `TARGET_UNAVAILABLE`, `QUOTA_SPENT`; never for a single record,
/// whose fate is an [Outcome].
public interface ChunkLoader {

    /// Sends a chunk. The journal is told of the job before any data are sent, so that a repeat can find it.
    ///
    /// Not repeated blindly: when this was interrupted, [#abandon] is called with the journalled job first.
    void submit(Chunk chunk, JobJournal journal);

    /// Where the job stands.
    JobState poll(JobRef job);

    /// The outcome of every record of the chunk, by key, in no order. [Outcome.Unknown] for a record that the
    /// target did not get to; it is sent again. May be repeated: the target keeps results, or the loader looks
    /// before it sends again.
    void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes);

    /// Whether this target takes records one by one, so that a chunk may take longer than one call can: it is then
    /// settled by [#settleSome].
    default boolean goesStepByStep() {
        return false;
    }

    /// As [#settle], for as long as one call may take. False when records are left: then it is called again, with
    /// those that have no outcome.
    default boolean settleSome(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        settle(job, chunk, outcomes);
        return true;
    }

    /// Gives up a job whose data were not handed over completely, so that none of it is processed.
    Abandonment abandon(JobRef job);

    /// The ids, in the target, of the records with these keys: how a lost answer is settled.
    Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys);

    /// Whether a code with which records are refused speaks of how the target is set up: every further record would
    /// be refused alike until a person changes that.
    default boolean isSetUpFault(String code) {
        return false;
    }

    /// A job of the target, by the id that it gave.
    record JobRef(String id) {}

    /// Write-ahead notes on a chunk.
    interface JobJournal {

        /// The job exists in the target and holds no data yet.
        void opened(JobRef job);
    }

    /// What came of giving up a job.
    enum Abandonment {
        /// Nothing of the job is or will be processed; its records are free to be sent again.
        GIVEN_UP,
        /// The target had all data already: the job runs and is polled as any other.
        ALREADY_SENT
    }

    /// Where a job stands.
    enum JobState {
        RUNNING,
        /// Results can be settled.
        FINISHED,
        /// The job is gone or its results are; every record is unknown and is looked up by key.
        LOST
    }
}
