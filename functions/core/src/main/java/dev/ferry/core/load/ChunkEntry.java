package dev.ferry.core.load;

import dev.ferry.core.load.ChunkLoader.JobRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The write-ahead note on one chunk.
///
/// @param jobId null before the job exists
/// @param attempt 0 for the first sending of its records
public record ChunkEntry(
        ChunkId id,
        Chunk.Write write,
        State state,
        @Nullable String jobId,
        int attempt) {

    /// The job, once it exists.
    public Optional<JobRef> job() {
        return Optional.ofNullable(jobId).map(JobRef::new);
    }

    /// The same chunk one step on.
    public ChunkEntry with(State next, @Nullable String job) {
        return new ChunkEntry(id, write, next, job, attempt);
    }

    /// How far a chunk has come. Every state has an exit.
    public enum State {
        /// The chunk's records are written to the work area; nothing has been sent.
        PLANNED,
        /// The job exists; its data may be there in part.
        OPENED,
        /// The target has all data and works on them.
        SENT,
        /// Every outcome is in the ledger, or the job was given up and its records are free to be sent again.
        SETTLED
    }
}
