package dev.ferry.handlers.run;

import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;

/// The core's ports as one run sees them: every store knows its migration and run.
///
/// *Threading*: safe for concurrent use.
public interface RunPorts {
    /// The run.
    RunRef run();

    /// The run's configuration.
    RunConfig config();

    /// How many buckets the migration is spread over.
    ///
    /// *Errors*: `CONFIGURATION` before the first run was prepared.
    BucketCount buckets();

    /// The names of the run's work files.
    default RunFiles files() {
        return new RunFiles(run().runId());
    }

    /// The export.
    SourceStore source();

    /// Work files.
    WorkStore work();

    /// What units of work counted.
    TallyStore tallies();

    /// Fragments.
    FragmentStore fragments();

    /// Large bodies.
    BodyStore bodies();

    /// Evidence of identity.
    LinkStore links();

    /// Settled identities.
    IdentityStore identities();

    /// Where canonical records go.
    RecordSinks sinks();

    /// Lists behind the terms of the books.
    NamedLists lists();

    /// What stands in the target.
    Ledger ledger();

    /// Write-ahead notes on chunks.
    JobLedger jobs();
}
