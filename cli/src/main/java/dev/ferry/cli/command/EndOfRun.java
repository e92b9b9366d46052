package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Executions.Execution;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.owners.OwnerGate;
import dev.ferry.cli.progress.RunEnd;
import dev.ferry.cli.work.FetchResults;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.report.RunResults;
import java.util.Optional;

/// What is said and returned when a run has ended or stopped.
///
/// @param repeated options to repeat in the next command
record EndOfRun(Console console, CloudSession cloud, WorkDirectory work, String repeated) {

    ExitCode say(RunEnd end) {
        return say(end, "ferry run --resume" + repeated);
    }

    /// @param resume the command that goes on with a run that stopped
    ExitCode say(RunEnd end, String resume) {
        return switch (end) {
            case RunEnd.Finished(var run) -> finished(run.folder());
            case RunEnd.Stopped(var run, var execution) -> stopped(run.folder(), execution, resume);
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
        Verdict.print(console, results, work.report());
        return ExitCode.of(results.status());
    }

    private ExitCode stopped(String folder, Execution execution, String resume) {
        Optional<RunResults> results = new FetchResults(cloud.work(), work).fetch(folder);
        results.ifPresent(found -> Verdict.print(console, found, work.report()));
        console.gap();
        console.line("  @|red Stopped:|@ " + execution.error());
        console.raw("  " + firstLine(execution.cause()));
        if (results.flatMap(RunResults::next).isEmpty()) {
            console.next(resume);
        }
        return ExitCode.ERROR;
    }

    // The cause of a failed function is the JSON of its exception.
    private static String firstLine(String cause) {
        int message = cause.indexOf("\"errorMessage\":\"");
        String text = message < 0 ? cause : cause.substring(message + 16);
        int end = message < 0 ? text.indexOf('\n') : text.indexOf("\",\"");
        return end < 0 ? text : text.substring(0, end);
    }
}
