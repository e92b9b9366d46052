package dev.ferry.handlers.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// The core's ports as one run sees them: every store knows its migration and run.
///
/// *Threading*: safe for concurrent use.
public interface RunPorts {
    /// The run.
    RunRef run();

    /// The run's configuration.
    RunConfig config();

    /// SHA-256, in hexadecimal, of the configuration as it is in the work bucket now.
    default String configHash() {
        try (InputStream in = work().open(run().configKey()).orElseGet(InputStream::nullInputStream)) {
            return BodyHash.of(in.readAllBytes()).hex();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read " + run().configKey(), e);
        }
    }

    /// Has the bill of the invocation that goes on put among the run's tallies. Opening a run does it; who keeps an
    /// open run for the next invocation does it again.
    default void takeBill() {
        // A run in memory is billed nothing.
    }

    /// How many buckets the migration is spread over.
    ///
    /// *Errors*: `CONFIGURATION` before the first run was prepared.
    BucketCount buckets();

    /// Where copies of the File Exporter's files lie in the work bucket. They are the migration's, so that a run
    /// copies only what earlier ones have not.
    default String exporterCopies() {
        return "exports/%s/fileexporter/".formatted(run().migrationId());
    }

    /// The names of the run's work files.
    default RunFiles files() {
        return new RunFiles(run().runId());
    }

    /// When the run was prepared.
    ///
    /// *Errors*: `CONFIGURATION` when it was not.
    Instant preparedAt();

    /// When the source is looked at, the same for all units of the run.
    default Instant lookedAt() {
        return config().source().lookedAt(preparedAt());
    }

    /// The export.
    SourceStore source();

    /// Copies of the source's files in the work bucket.
    SourceStore copies();

    /// Where pushed events are stored.
    SourceStore events();

    /// Work files.
    WorkStore work();

    /// What units of work counted.
    TallyStore tallies();

    /// Fragments.
    FragmentStore fragments();

    /// Large bodies.
    BodyStore bodies();

    /// Bytes of attachments.
    AttachmentStore attachments();

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

    /// This run as the plan of one of its phases sees it: its ledger shows the phases before as loaded, and keeps
    /// what is put as notes of the plan, which go when staging data go.
    ///
    /// @param phase as the plan names it, see [dev.ferry.core.load.PlanPhase#nameOf]
    RunPorts planned(String phase);

    /// What stands in the target, with the notes on what was undone.
    UndoLedger undoLedger();

    /// Write-ahead notes on chunks.
    JobLedger jobs();
}
