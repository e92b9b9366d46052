package dev.ferry.handlers.rollback;

import dev.ferry.core.rollback.RollbackRun;
import dev.ferry.core.run.RunRef;
import org.jspecify.annotations.Nullable;

/// The event of a step of a rollback.
///
/// @param runId the run that is undone
/// @param rollbackId this rollback
/// @param force whether records that people have changed are undone all the same; absent for no
/// @param planOnly whether nothing is to be undone; absent for no
/// @param object the object that the step is about; absent where it is about all
/// @param bucket of keys that the step is about; absent where it is about all
public record RollbackEvent(
        String migrationId,
        String runId,
        String configKey,
        String rollbackId,
        @Nullable Boolean force,
        @Nullable Boolean planOnly,
        @Nullable String object,
        @Nullable Integer bucket) {

    RunRef run() {
        return new RunRef(migrationId, runId, configKey);
    }

    RollbackRun rollback() {
        return new RollbackRun(runId, rollbackId, Boolean.TRUE.equals(force));
    }

    boolean onlyPlans() {
        return Boolean.TRUE.equals(planOnly);
    }

    String phase() {
        return object == null ? "rollback" : "rollback." + object;
    }
}
