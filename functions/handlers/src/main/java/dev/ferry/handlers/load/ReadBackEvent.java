package dev.ferry.handlers.load;

import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.run.RunRef;

/// The event of a step that follows the reading back of a phase.
///
/// @param readJob the reading, as the step that opened it named it
public record ReadBackEvent(String migrationId, String runId, String configKey, String phase, String readJob) {

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }

    JobRef job() {
        return new JobRef(readJob);
    }
}
