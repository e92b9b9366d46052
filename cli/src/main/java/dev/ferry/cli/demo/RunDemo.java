package dev.ferry.cli.demo;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.cli.owners.OwnerGate;
import dev.ferry.cli.plan.RunPlan;
import dev.ferry.cli.progress.FollowRun;
import dev.ferry.cli.progress.ReadProgress;
import dev.ferry.cli.progress.RunEnd;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.cli.work.FetchResults;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Runs a migration in the embedded cloud from its start, or from where an earlier demo stopped, to its end.
///
/// *Threading*: for one thread.
public final class RunDemo {
    private static final String MACHINE = "migration";

    private final Surroundings surroundings;
    private final CloudSession cloud;
    private final Console console;
    private final FetchResults results;

    public RunDemo(Surroundings surroundings, CloudSession cloud, Console console, WorkDirectory work) {
        this.surroundings = surroundings;
        this.cloud = cloud;
        this.console = console;
        this.results = new FetchResults(cloud.work(), work);
    }

    /// Starts a new run, or goes on with the one that did not finish or whose results were not fetched.
    ///
    /// @param runId of a new run
    public Execution startOrResume(DemoConfig config, String runId) throws IOException {
        upload(config.mappingKey(), surroundings.home().resolve("mappings").resolve(config.mapping()));
        Optional<Execution> latest = cloud.executions().latest(MACHINE).stream().findFirst();
        try (Stage stage = console.stage("run")) {
            Execution execution = latest.isEmpty() ? start(config, runId) : goOn(latest.get(), config, runId);
            stage.done(execution.name() + (execution.name().equals(runId) ? "" : ", resumed"));
            return execution;
        }
    }

    /// Starts the run that does what a plan says, or goes on with it.
    public Execution takeUp(DemoConfig config, RunPlan plans, String planId) throws IOException {
        upload(config.mappingKey(), surroundings.home().resolve("mappings").resolve(config.mapping()));
        try (Stage stage = console.stage("run")) {
            Execution execution = plans.takeUp(planId);
            stage.done(execution.name());
            return execution;
        }
    }

    /// Follows the run to its end and lets the gate be answered on the way.
    public RunEnd follow(Execution execution, GateKeeper keeper) throws InterruptedException, IOException {
        FollowRun follow = new FollowRun(new ReadProgress(cloud), console, surroundings.clock(), surroundings.pause());
        while (true) {
            RunEnd end = follow.follow(execution.arn());
            if (!(end instanceof RunEnd.Waits waits && keeper.answers(waits))) {
                return end;
            }
        }
    }

    /// Answers gates of this cloud.
    public AnswerGate gate() {
        return new AnswerGate(new OwnerGate(cloud), console);
    }

    private Execution goOn(Execution latest, DemoConfig config, String runId) throws IOException {
        return switch (latest.state()) {
            case RUNNING, PENDING_REDRIVE -> latest;
            case FAILED, TIMED_OUT, ABORTED -> {
                cloud.executions().redrive(latest.arn());
                yield latest;
            }
            // One that ended while nobody watched has not been shown.
            case SUCCEEDED -> results.has(folder(latest.name())) ? start(config, runId) : latest;
        };
    }

    private Execution start(DemoConfig config, String runId) throws IOException {
        RunRef run = new RunRef(config.migrationId(), runId, new RunFiles(runId).config());
        try (WorkFile out = cloud.work().create(run.configKey())) {
            out.write(config.json().getBytes(StandardCharsets.UTF_8));
            out.commit();
        }
        return cloud.executions().start(MACHINE, runId, RunInput.of(run));
    }

    private static String folder(String runId) {
        return new RunFiles(runId).results();
    }

    private void upload(String key, Path file) throws IOException {
        try (WorkFile out = cloud.work().create(key)) {
            Files.copy(file, out);
            out.commit();
        }
    }

    /// Decides what happens at a gate.
    @FunctionalInterface
    public interface GateKeeper {

        /// Whether the gate has been answered, so that the run goes on.
        boolean answers(RunEnd.Waits gate) throws IOException;
    }
}
