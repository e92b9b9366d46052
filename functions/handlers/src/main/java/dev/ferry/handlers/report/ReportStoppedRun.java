package dev.ferry.handlers.report;

import dev.ferry.core.report.RunHashes;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.RunStop;
import dev.ferry.core.report.Undo;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.run.RunRegister;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.FindCause;
import dev.ferry.handlers.executions.RootCause;
import dev.ferry.handlers.executions.StoppedExecutions;
import dev.ferry.handlers.report.WriteReport.Written;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.RunTitles;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes the report of a run that was stopped: why, where, and what stands so far.
///
/// Events come late and more than once, so the execution is asked where it stands now: one that goes on again, or
/// has ended well since, keeps the report that it has. May be repeated.
final class ReportStoppedRun {
    private final Stores stores;
    private final StoppedExecutions executions;
    private final Clock clock;

    ReportStoppedRun(Stores stores, StoppedExecutions executions, Clock clock) {
        this.stores = stores;
        this.executions = executions;
        this.clock = clock;
    }

    /// Where runs are.
    ///
    /// @param work the work bucket, for a run that cannot be opened
    record Stores(Runs runs, RunRegister register, WorkStore work) {}

    /// Writes the report; nothing when the run does not stand still any more.
    Optional<Written> report(StoppedRun stopped) {
        Execution execution = executions.describe(stopped.executionArn());
        if (!execution.state().broken()) {
            return Optional.empty();
        }
        RunResults results = results(
                stopped.run(),
                execution,
                Stoppage.of(stop(execution), execution.arn(), stopped.run().migrationId()));
        Execution now = executions.describe(stopped.executionArn());
        boolean same = now.state().broken() && now.stopped().equals(execution.stopped());
        return same
                ? Optional.of(WriteReport.put(
                        stores.work(), new RunFiles(stopped.run().runId()), results))
                : Optional.empty();
    }

    private RunStop stop(Execution execution) {
        RootCause cause = new FindCause(executions).of(execution);
        return new RunStop(
                cause.error(),
                cause.message(),
                cause.place(),
                cause.remedy(),
                execution.stopped().orElse(clock.instant()));
    }

    private RunResults results(RunRef run, Execution execution, Stoppage stoppage) {
        Optional<RunRecord> prepared = stores.register().find(run.migrationId(), run.runId());
        if (prepared.isEmpty()) {
            return unprepared(run, execution.startedAt(), stoppage);
        }
        RunPorts ports = stores.runs().open(run);
        List<String> phases = RunTitles.read(ports).phases().stream()
                .map(RunTitles.Phase::name)
                .toList();
        String mapping = new WorkJson(ports.work())
                .find(ports.files().mappingHash(), String.class)
                .orElse("");
        return new GatherResults(ports, clock, phases).gather(prepared.get(), mapping, stoppage);
    }

    // Its configuration or its source was refused: nothing of it can be looked up, and nothing has happened.
    private static RunResults unprepared(RunRef run, Instant startedAt, Stoppage stoppage) {
        Instant stoppedAt = stoppage.stop().at();
        return new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(
                        run.runId(),
                        run.migrationId(),
                        run.migrationId(),
                        "the source",
                        "the target",
                        startedAt,
                        stoppedAt),
                RunStatus.FAILED,
                stoppage.stop(),
                new RunHashes("", "", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Undo(0, 0, List.of(), ""),
                stoppage.next());
    }
}
