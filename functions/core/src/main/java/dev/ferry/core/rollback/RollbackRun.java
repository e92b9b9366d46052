package dev.ferry.core.rollback;

import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;

/// One rollback of one run, and where its files lie in the work area.
///
/// @param runId the run that is undone
/// @param rollbackId this rollback; a second one of the same run judges again what the first spared
/// @param force whether records that people have changed are undone all the same
public record RollbackRun(String runId, String rollbackId, boolean force) {
    public RollbackRun {
        if (!rollbackId.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException(
                    "a rollback id has 1 to 80 letters, digits, dots, dashes and underscores, was '" + rollbackId
                            + "'");
        }
    }

    /// What would be done, see [RollbackPlan].
    public String plan() {
        return root() + "plan.json";
    }

    /// The buckets that are undone, for every step.
    public String manifest() {
        return root() + "buckets.json";
    }

    /// What was not undone of an object in one bucket: spared, failed and left records by name.
    public String kept(ObjectName object, Bucket bucket) {
        return keptPrefix(object) + bucket.label() + ".jsonl";
    }

    /// Where the parts of that list lie.
    public String keptPrefix(ObjectName object) {
        return root() + "kept/" + object + "/";
    }

    /// Parts whose owner was not made by the run, by bucket of their keys.
    public String strangers(ObjectName object) {
        return root() + "strangers/" + object + ".jsonl";
    }

    /// What was sent of records whose answers were lost.
    public String lost(ObjectName object) {
        return root() + "lost/" + object + ".jsonl";
    }

    /// How one object's books stand.
    public String books(ObjectName object) {
        return root() + "books/" + object + ".json";
    }

    /// The folder of the results of the latest rollback of the run.
    public String results() {
        return "runs/" + runId + "/rollback";
    }

    private String root() {
        return results() + "/" + rollbackId + "/";
    }
}
