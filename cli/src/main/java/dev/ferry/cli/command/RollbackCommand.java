package dev.ferry.cli.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.rollback.RunRollback;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.rollback.RollbackPlan;
import dev.ferry.core.rollback.RollbackResults;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.FindCause;
import dev.ferry.handlers.executions.RootCause;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ferry rollback`: undoes a run, after showing what that means.
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Undo what a run did in the target, and only that: show what would be done, ask, undo.",
            "What the run made is deleted, what it changed gets its values back, what it recognised stays. Records that"
                    + " people have changed or use since are spared and listed. May be repeated: what is undone stays"
                    + " undone, what was spared is looked at again. A later run of the migration loads everything"
                    + " again. The latest run is rolled back first.",
            "The same as `aws stepfunctions start-execution` on the machine `rollback`."
        },
        footer = {
            "",
            "Examples:",
            "  ferry rollback run-20261101-023000-417",
            "  ferry rollback run-20261101-023000-417 --plan",
            "  ferry rollback run-20261101-023000-417 --force-changed --cloud aws-prod.json"
        })
public final class RollbackCommand implements Callable<Integer> {
    private static final String AGREED = "yes";

    private final Surroundings surroundings;
    private final Supplier<String> answer;

    @Mixin
    private WorkOption work = new WorkOption();

    @Parameters(paramLabel = "RUN", description = "The run, as `ferry status` names it.")
    private String runId = "";

    @Option(names = "--force-changed", description = "Undo records that people have changed, too.")
    private boolean force;

    @Option(names = "--plan", description = "Show what would be done, and stop.")
    private boolean planOnly;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    /// @param answer reads what a person types
    public RollbackCommand(Surroundings surroundings, Supplier<String> answer) {
        this.surroundings = surroundings;
        this.answer = answer;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (CloudSession cloud = surroundings.sessions().open(work.cloud())) {
            RunRef run = run(cloud);
            RunRollback rollback = new RunRollback(surroundings, cloud, run, force);
            RollbackPlan plan = rollback.plan(refused -> new UsageProblem(
                    "run " + runId + " cannot be rolled back",
                    new FindCause(cloud.executions()).of(refused).message(),
                    "see `ferry rollback --help`"));
            RollbackText text = new RollbackText(surroundings.console());
            text.say(plan);
            if (plan.nothingLeft() || planOnly) {
                surroundings.console().next(plan.nothingLeft() ? "ferry status" + work.repeated() : again(force));
                return ExitCode.CLEAN.code();
            }
            if (!agreed()) {
                surroundings.console().line("Nothing was undone.");
                return ExitCode.CLEAN.code();
            }
            return switch (rollback.undo()) {
                case RunRollback.Ending.Done(RollbackResults results) -> done(rollback, results, text);
                case RunRollback.Ending.Stopped(Execution execution) -> stopped(cloud, execution);
            };
        }
    }

    private int done(RunRollback rollback, RollbackResults results, RollbackText text) throws IOException {
        Path directory = work.directory().prepare().root().resolve(RunRollback.MACHINE);
        rollback.fetch(results, directory);
        text.say(results, directory);
        surroundings.console().next(results.open() == 0 ? "ferry status" + work.repeated() : again(true));
        return (results.open() == 0 ? ExitCode.CLEAN : ExitCode.FINISHED_WITH_REJECTS).code();
    }

    private int stopped(CloudSession cloud, Execution execution) {
        RootCause cause = new FindCause(cloud.executions()).of(execution);
        surroundings.err().println("ferry: " + cause.line());
        surroundings.err().flush();
        surroundings.console().next(again(force));
        return (cause.error().equals(ErrorCode.QUOTA_SPENT.name()) ? ExitCode.PARKED : ExitCode.ERROR).code();
    }

    private String again(boolean forced) {
        return "ferry rollback " + runId + (forced ? " --force-changed" : "") + work.repeated();
    }

    private RunRef run(CloudSession cloud) throws IOException {
        if (!runId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new UsageProblem("not the id of a run", runId, "see the runs with `ferry status`");
        }
        String config = new RunFiles(runId).config();
        try (InputStream in = cloud.work().open(config).orElse(null)) {
            if (in == null) {
                throw new UsageProblem("no such run", runId, "see the runs with `ferry status`");
            }
            cloud.executions().latest(RunChoice.MACHINE).stream()
                    .filter(execution ->
                            execution.name().equals(runId) && execution.state().alive())
                    .findFirst()
                    .ifPresent(execution -> {
                        throw new UsageProblem(
                                "the run is still going",
                                runId,
                                "wait for its end, or stop it with `aws stepfunctions stop-execution --execution-arn "
                                        + execution.arn() + "`");
                    });
            return new RunRef(
                    JsonMapper.builder()
                            .build()
                            .readTree(in)
                            .path("migrationId")
                            .asText(),
                    runId,
                    config);
        }
    }

    private boolean agreed() {
        if (yes) {
            return true;
        }
        if (!surroundings.terminal()) {
            throw new UsageProblem(
                    "nobody can be asked", "the terminal", "add --yes when you know what will be undone");
        }
        surroundings.console().line("Undo this? Type `yes`:");
        return answer.get().strip().equals(AGREED);
    }
}
