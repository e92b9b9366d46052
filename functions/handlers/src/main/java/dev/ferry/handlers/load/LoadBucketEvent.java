package dev.ferry.handlers.load;

import dev.ferry.core.run.RunRef;

/// The event of a step that is about one load bucket of a phase.
public record LoadBucketEvent(String migrationId, String runId, String configKey, String phase, int loadBucket) {

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }
}
