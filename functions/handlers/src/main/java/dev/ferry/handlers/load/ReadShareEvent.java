package dev.ferry.handlers.load;

import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ReadShare;
import dev.ferry.core.run.RunRef;

/// The event of the step that reads one share of a phase back.
///
/// @param readJob the reading, as the step that opened it named it
/// @param share number of the share, from 0
/// @param shares into how many the reading is cut; 0 in machines that were started before there were any
public record ReadShareEvent(
        String migrationId, String runId, String configKey, String phase, String readJob, int share, int shares) {

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }

    JobRef job() {
        return new JobRef(readJob);
    }

    ReadShare asked() {
        return shares == 0 ? ReadShare.WHOLE : new ReadShare(share, shares);
    }
}
