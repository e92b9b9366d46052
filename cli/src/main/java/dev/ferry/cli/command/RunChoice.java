package dev.ferry.cli.command;

import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.handlers.executions.Execution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that says which run is meant; the latest by default.
final class RunChoice {
    static final String MACHINE = "migration";

    @Option(names = "--run", paramLabel = "ID", description = "The run (default: the latest one).")
    private @Nullable String run;

    /// Whether the latest run is meant and there is none.
    boolean isOfNone(CloudSession cloud) {
        return run == null && cloud.executions().latest(MACHINE).isEmpty();
    }

    /// The execution of the chosen run.
    Execution find(CloudSession cloud) {
        return cloud.executions().latest(MACHINE).stream()
                .filter(execution -> run == null || execution.name().equals(run))
                .findFirst()
                .orElseThrow(() -> run == null
                        ? new UsageProblem(
                                "no run has been started", "state machine migration", "start one with `ferry run`")
                        : new UsageProblem("no such run", run, "see the runs with `ferry status`"));
    }
}
