package dev.ferry.handlers.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.BeforeImages;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.Loaders;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.Target;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.mapping.CompiledMapping;
import dev.ferry.core.mapping.CompiledPhase;
import dev.ferry.core.mapping.LoadHints;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.rollback.Undoable;
import dev.ferry.core.rollback.Undoer;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.metrics.PhaseMetrics;
import dev.ferry.handlers.metrics.UnitReport;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.List;
import java.util.Set;

/// What the load steps of one run work with.
///
/// *Threading*: immutable; its parts are safe for concurrent use.
///
/// @param schema the target as it described itself when the run began
/// @param mapping compiled against that description
/// @param untouched objects of which the ledger knew nothing when the target was checked
public record LoadSite(
        RunPorts ports, Target target, TargetSchema schema, CompiledMapping mapping, Set<ObjectName> untouched) {

    public LoadSite {
        untouched = Set.copyOf(untouched);
    }

    /// The run.
    public RunRef run() {
        return ports.run();
    }

    /// Work files.
    public WorkStore work() {
        return ports.work();
    }

    /// Work files that are one JSON document.
    public WorkJson json() {
        return new WorkJson(ports.work());
    }

    /// The names of the run's work files.
    public RunFiles files() {
        return ports.files();
    }

    /// What stands in the target.
    public Ledger ledger() {
        return ports.ledger();
    }

    /// Write-ahead notes on chunks.
    public JobLedger jobs() {
        return ports.jobs();
    }

    /// What units of work counted.
    public TallyStore tallies() {
        return ports.tallies();
    }

    /// How many buckets the canonical records are spread over.
    public BucketCount buckets() {
        return ports.buckets();
    }

    /// How many load buckets a phase has.
    public int loadBuckets() {
        return ports.config().loadBuckets(ports.buckets());
    }

    /// How much is sent at a time.
    public ChunkLimits limits() {
        return ports.config().target().chunk();
    }

    /// How long to wait between looks at a running job.
    public int pollSeconds() {
        return (int) Math.max(1, ports.config().target().poll().toSeconds());
    }

    /// A phase of the mapping.
    ///
    /// *Errors*: `MAPPING` when the mapping has no such phase.
    public CompiledPhase compiled(String phase) {
        return mapping.phase(phase)
                .orElseThrow(() -> new FerryException(
                        ErrorCode.MAPPING,
                        "the mapping of the run has no phase " + phase + "; it has "
                                + mapping.phases().stream()
                                        .map(CompiledPhase::name)
                                        .toList()));
    }

    /// A phase of this run.
    public PhaseRun phase(String phase) {
        CompiledPhase compiled = compiled(phase);
        List<String> matchOn = compiled.load().operation() == LoadHints.Operation.MATCH
                ? compiled.load().matchOn()
                : List.of();
        return new PhaseRun(run().runId(), phase, compiled.object(), loadBuckets(), matchOn);
    }

    /// How the records of a phase are taken in; of records that are changed, how they were is kept.
    public Loaders loaders(String phase) {
        return new BeforeImages(work(), ledger(), buckets())
                .keptBy(phase(phase), target.loaders(compiled(phase)), reader());
    }

    /// What was written of the run, with the notes on what was undone.
    public UndoLedger undoLedger() {
        return ports.undoLedger();
    }

    /// How what was loaded is undone.
    ///
    /// *Errors*: `CONFIGURATION` for a target in which Ferry cannot undo.
    public Undoer undoer() {
        if (target instanceof Undoable undoable) {
            return undoable.undoer(schema, mapping.phases());
        }
        throw new FerryException(
                ErrorCode.CONFIGURATION,
                "Ferry cannot roll back what it loaded into "
                        + ports.config().target().kind() + "; see docs/how-to/roll-back.md for what a person can do");
    }

    /// How what was loaded is read back.
    public TargetReader reader() {
        return target.reader(schema, mapping.phases());
    }

    /// Tells the metrics how many records a phase has to get done.
    public void reportStaged(String phase, long staged) {
        PhaseMetrics.emit(run().migrationId(), phase, new UnitReport(0, 0, staged, 0, 0));
    }

    /// Tells the metrics what a step got done, and how the target's limit stands.
    public void report(String phase, long done, long failed) {
        PhaseMetrics.emit(run().migrationId(), phase, new UnitReport(1, done, 0, failed, 0));
        target.allowance().ifPresent(allowance -> PhaseMetrics.emitAllowance(run().migrationId(), phase, allowance));
    }
}
