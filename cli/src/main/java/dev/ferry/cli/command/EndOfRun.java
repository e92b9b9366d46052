package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.owners.OwnerGate;
import dev.ferry.cli.progress.RunEnd;
import dev.ferry.cli.work.AwaitReport;
import dev.ferry.cli.work.FetchResults;
import dev.ferry.cli.work.Occupant;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.FindCause;
import dev.ferry.handlers.executions.RootCause;
import java.time.Instant;

/// What is said and returned when a run has ended or stopped.
///
/// @param repeated options to repeat in the next command
record EndOfRun(Surroundings surroundings, CloudSession cloud, WorkDirectory work, String repeated) {

    private Console console() {
        return surroundings.console();
    }

    ExitCode say(RunEnd end) throws InterruptedException {
        return say(end, Next.of("ferry run --resume" + repeated));
    }

    /// The command that comes after a run that stopped.
    ///
    /// @param resume goes on with it
    /// @param anew starts another one, since a run keeps the configuration that it was started with
    record Next(String resume, String anew) {

        static Next of(String command) {
            return new Next(command, command);
        }
    }

    ExitCode say(RunEnd end, Next next) throws InterruptedException {
        Console console = console();
        return switch (end) {
            case RunEnd.Finished(var run) -> finished(new RunFiles(run.runId()).results());
            case RunEnd.Stopped(var run, var execution) ->
                stopped(new RunFiles(run.runId()).results(), execution, next);
            case RunEnd.Parked(var _, var until) -> {
                console.gap();
                console.line(
                        "  @|yellow Parked|@ until %s: the day of the source's API is spent. Waiting costs nothing."
                                .formatted(until));
                console.next(next.resume());
                yield ExitCode.PARKED;
            }
            case RunEnd.Waits(var _, var gate) -> {
                int agents = new OwnerGate(cloud).undecided(gate).size();
                console.gap();
                console.line("  @|yellow Waiting:|@ %s without a user in the target."
                        .formatted(Amounts.counted(agents, "agent")));
                console.next("ferry owners export" + repeated);
                yield ExitCode.WAITING;
            }
        };
    }

    private ExitCode finished(String folder) {
        RunResults results = new FetchResults(cloud.work(), work)
                .fetch(folder)
                .orElseThrow(() -> new UsageProblem(
                        "the run has succeeded but left no results",
                        folder + "/run-results.json",
                        "look at the state WriteReport of its execution"));
        Occupant.of(work).ifPresent(occupant -> occupant.withFinished(true).moveIn(work));
        Verdict.print(console(), results, work.report());
        return ExitCode.of(results.status());
    }

    private ExitCode stopped(String folder, Execution execution, Next next) throws InterruptedException {
        Console console = console();
        AwaitReport reports = new AwaitReport(new FetchResults(cloud.work(), work), surroundings.pause());
        Instant stoppedAt = execution.stopped().orElse(Instant.EPOCH);
        reports.of(folder, stoppedAt)
                .ifPresentOrElse(
                        found -> Verdict.standing(console, found, work.report()),
                        () -> console.line("  Its report is still being written: `ferry report` fetches it."));
        console.gap();
        RootCause cause = new FindCause(cloud.executions()).of(execution);
        surroundings.err().println("ferry: " + cause.line());
        surroundings.err().flush();
        console.next(cause.error().equals(ErrorCode.CONFIGURATION.name()) ? next.anew() : next.resume());
        return cause.error().equals(ErrorCode.QUOTA_SPENT.name()) ? ExitCode.PARKED : ExitCode.ERROR;
    }
}
