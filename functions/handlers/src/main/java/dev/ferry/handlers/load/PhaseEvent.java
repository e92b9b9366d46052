package dev.ferry.handlers.load;

import dev.ferry.core.run.RunRef;

/// The event of a step that is about a whole phase.
///
/// @param phase its name in the mapping
public record PhaseEvent(String migrationId, String runId, String configKey, String phase) {

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }
}
