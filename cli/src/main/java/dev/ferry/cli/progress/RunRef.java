package dev.ferry.cli.progress;

/// A run of a migration, as its execution's input names it.
///
/// *Shape*: `{"migrationId","runId","configKey"}`.
public record RunRef(String migrationId, String runId, String configKey) {

    /// The folder of the run in the work bucket.
    public String folder() {
        return "runs/" + runId;
    }

    /// The work file of the results.
    public String resultsKey() {
        return folder() + "/run-results.json";
    }
}
