package dev.ferry.core.load;

import dev.ferry.core.mapping.CompiledPhase;
import java.util.List;

/// What a run would write, as a plan has counted it.
///
/// @param phases in the order in which they load
/// @param loadBuckets how many parts of a phase load side by side
/// @param limits how much is sent at a time
public record PlannedLoad(List<Writes> phases, int loadBuckets, ChunkLimits limits) {
    public PlannedLoad {
        phases = List.copyOf(phases);
    }

    /// What would be written in one phase.
    ///
    /// @param create records to make
    /// @param update records of an earlier run to change
    /// @param link records that stood in the target before Ferry came, and are filled
    /// @param standing records that Ferry has made and that stay as they are; they are read back too
    /// @param calls of the target's API, where it counts them
    public record Writes(CompiledPhase phase, long create, long update, long link, long standing, long calls) {

        /// Records that are sent.
        public long sent() {
            return create + update + link;
        }

        /// Records that are read back.
        public long readBack() {
            return sent() + standing;
        }
    }
}
