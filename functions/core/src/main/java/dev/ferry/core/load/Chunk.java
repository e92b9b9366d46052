package dev.ferry.core.load;

import dev.ferry.core.target.ObjectName;
import java.util.List;

/// Records that go to the target together: one job, or one series of direct calls.
///
/// @param id unique within the migration, and the same when the chunk is read again: `{run}/{phase}/{load
/// bucket}/{number}`
/// @param write whether the records are made or changed
/// @param records at least one; cut between lock groups wherever a group fits into a chunk
public record Chunk(ChunkId id, ObjectName object, Write write, List<StagedRecord> records) {
    public Chunk {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a chunk has at least one record: " + id);
        }
    }

    /// What is done with the records of a chunk.
    public enum Write {
        INSERT,
        /// Every field of the phase is set; one without a value is cleared.
        UPDATE,
        /// The fields that the record has are set, no other is touched.
        FILL
    }
}
