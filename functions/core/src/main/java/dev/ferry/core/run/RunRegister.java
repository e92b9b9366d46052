package dev.ferry.core.run;

import java.util.List;
import java.util.Optional;

/// The runs of all migrations. *Threading*: safe for concurrent use. *Errors*: `STORE_UNAVAILABLE`.
public interface RunRegister {

    /// Puts the record of a run, replacing an earlier one of the same run.
    void put(RunRecord run);

    /// The record of a run.
    Optional<RunRecord> find(String migrationId, String runId);

    /// The runs of a migration in the order of their ids.
    List<RunRecord> all(String migrationId);
}
