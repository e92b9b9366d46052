package dev.ferry.core.load;

import java.util.Optional;

/// Where the write-ahead notes on chunks are kept.
///
/// *Threading*: safe for concurrent use with different load buckets. *Errors*: `STORE_UNAVAILABLE`.
public interface JobLedger {

    /// The note with the highest number of a load bucket.
    Optional<ChunkEntry> latest(String runId, String phase, int loadBucket);

    /// Puts a note, replacing the earlier one on the same chunk.
    void put(ChunkEntry entry);
}
