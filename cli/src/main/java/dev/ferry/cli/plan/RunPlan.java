package dev.ferry.cli.plan;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.progress.RunInput;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.plan.PlanJson;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.work.RunFiles;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// Plans of a cloud: starting one, fetching it into the directory `plan/` of the work directory, taking one up.
///
/// *Threading*: for one thread.
public final class RunPlan {
    static final String MACHINE = "plan";
    static final String MIGRATION = "migration";

    private final Surroundings surroundings;
    private final CloudSession cloud;
    private final WorkDirectory work;

    public RunPlan(Surroundings surroundings, CloudSession cloud, WorkDirectory work) {
        this.surroundings = surroundings;
        this.cloud = cloud;
        this.work = work;
    }

    /// Starts to plan a run of a configuration.
    public Execution start(String migrationId, String planId, byte[] config) throws IOException {
        RunRef run = new RunRef(migrationId, planId, new RunFiles(planId).config());
        try (WorkFile out = cloud.work().create(run.configKey())) {
            out.write(config);
            out.commit();
        }
        return cloud.executions().start(MACHINE, planId, RunInput.of(run));
    }

    /// The latest plan: one that stopped on its way is resumed.
    public Execution resume() {
        Execution latest = cloud.executions().latest(MACHINE).stream()
                .findFirst()
                .orElseThrow(() -> new UsageProblem(
                        "nothing has been planned", "state machine " + MACHINE, "start a plan with --config"));
        switch (latest.state()) {
            case FAILED, TIMED_OUT, ABORTED -> cloud.executions().redrive(latest.arn());
            case RUNNING, PENDING_REDRIVE, SUCCEEDED -> {}
        }
        return latest;
    }

    /// Starts the run that does what a plan says. One that was started before goes on.
    ///
    /// *Errors*: one line when there is no such plan, or its run has finished.
    public Execution takeUp(String planId) {
        Execution plan = cloud.executions().latest(MACHINE).stream()
                .filter(execution -> execution.name().equals(planId))
                .findFirst()
                .orElseThrow(() -> new UsageProblem("no such plan", planId, "make one with `ferry plan`"));
        Optional<Execution> earlier = cloud.executions().latest(MIGRATION).stream()
                .filter(execution -> execution.name().equals(planId))
                .findFirst();
        if (earlier.isEmpty()) {
            RunRef run = RunInput.run(cloud.executions().describe(plan.arn()).input());
            return cloud.executions().start(MIGRATION, planId, RunInput.takingUp(run));
        }
        switch (earlier.get().state()) {
            case FAILED, TIMED_OUT, ABORTED ->
                cloud.executions().redrive(earlier.get().arn());
            case RUNNING, PENDING_REDRIVE -> {}
            case SUCCEEDED -> throw new UsageProblem("the plan has been carried out", planId, "plan again");
        }
        return earlier.get();
    }

    /// Copies what a plan left in the work bucket into the work directory.
    public PlanResults fetch(String planId) throws IOException {
        Path target = work.root().resolve(MACHINE);
        Files.createDirectories(target);
        String folder = new RunFiles(planId).plan() + "/";
        for (String name : List.of("phases.csv", "needs.csv", "quarantined.csv", "plan.html", "plan.json")) {
            try (InputStream in = cloud.work()
                    .open(folder + name)
                    .orElseThrow(() -> new UsageProblem("no plan", folder + name, "run `ferry plan` again"))) {
                Files.copy(in, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        PlanResults plan = PlanJson.read(Files.readAllBytes(target.resolve("plan.json")));
        new PlanText(surroundings.console()).print(plan, target.resolve("plan.html"));
        return plan;
    }
}
