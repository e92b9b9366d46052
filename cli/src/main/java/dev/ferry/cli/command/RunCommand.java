package dev.ferry.cli.command;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.plan.RunPlan;
import dev.ferry.cli.progress.FollowRun;
import dev.ferry.cli.progress.LiveCost;
import dev.ferry.cli.progress.ReadCost;
import dev.ferry.cli.progress.ReadProgress;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.cli.work.Occupant;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry run`: starts or resumes a run in a running cloud.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Start a run in a running cloud, take up a plan, or resume the latest run from where it stopped. A run of a plan",
            "reads nothing again, and refuses when the configuration, the mapping or the target's schema has changed since.",
            "The same as `aws stepfunctions start-execution` and `redrive-execution` on the machine `migration`."
        },
        footer = {
            "",
            "Examples:",
            "  ferry run --config ferry-work/config.json --migration tyrellium",
            "  ferry run --plan plan-20261101-023000-000",
            "  ferry run --resume",
            "  ferry run --config config.json --migration acme --cloud aws.json --no-wait"
        })
public final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private WorkOption work = new WorkOption();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Choice choice = new Choice();

    @Option(names = "--no-wait", description = "Start it and return.")
    private boolean noWait;

    static final class Choice {
        @ArgGroup(exclusive = false)
        private @Nullable ConfigOptions fresh;

        @Option(names = "--plan", required = true, paramLabel = "ID", description = "Do what this plan says.")
        private @Nullable String plan;

        @Option(names = "--resume", required = true, description = "Resume the latest run from where it stopped.")
        private boolean resume;
    }

    public RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Console console = surroundings.console();
        CloudDescription description = work.cloud();
        try (CloudSession cloud = surroundings.sessions().open(description)) {
            Occupant.of(work.directory())
                    .ifPresent(occupant -> occupant.atWork().moveIn(work.directory()));
            Execution execution = execution(cloud);
            console.line("Run @|bold %s|@".formatted(execution.name()));
            if (noWait) {
                console.next("ferry status --watch" + work.repeated());
                return 0;
            }
            LiveCost cost = new LiveCost(new ReadCost(cloud), description.local(), surroundings.clock());
            var end = new FollowRun(new ReadProgress(cloud), console, surroundings.clock(), surroundings.pause(), cost)
                    .follow(execution.arn());
            return new EndOfRun(surroundings, cloud, work.directory(), work.repeated())
                    .say(end, next())
                    .code();
        }
    }

    private EndOfRun.Next next() {
        String resume = "ferry run --resume" + work.repeated();
        ConfigOptions fresh = choice.fresh;
        return new EndOfRun.Next(resume, fresh == null ? resume : "ferry run" + fresh.repeated() + work.repeated());
    }

    private Execution execution(CloudSession cloud) throws IOException {
        String plan = choice.plan;
        if (plan != null) {
            return new RunPlan(surroundings, cloud, work.directory()).takeUp(plan);
        }
        return choice.resume ? resume(cloud) : start(cloud, Objects.requireNonNull(choice.fresh));
    }

    private Execution start(CloudSession cloud, ConfigOptions fresh) throws IOException {
        byte[] config = fresh.read();
        String runId = RunIds.at(surroundings.clock().instant());
        RunRef run = new RunRef(fresh.migration(), runId, new RunFiles(runId).config());
        try (WorkFile out = cloud.work().create(run.configKey())) {
            out.write(config);
            out.commit();
        }
        return cloud.executions().start(RunChoice.MACHINE, runId, RunInput.of(run));
    }

    private Execution resume(CloudSession cloud) {
        Execution latest = new RunChoice().find(cloud);
        switch (latest.state()) {
            case RUNNING, PENDING_REDRIVE -> {}
            case FAILED, TIMED_OUT, ABORTED -> cloud.executions().redrive(latest.arn());
            case SUCCEEDED ->
                throw new UsageProblem(
                        "the latest run has finished", "run " + latest.name(), "start a new one with --config");
        }
        return latest;
    }
}
