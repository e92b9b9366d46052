package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.plan.RunPlan;
import dev.ferry.cli.progress.FollowRun;
import dev.ferry.cli.progress.ReadProgress;
import dev.ferry.cli.progress.RunEnd;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.plan.PlanResults;
import dev.ferry.core.work.WorkFile;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry plan`: what a run would do.
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Say what a run would do: per phase what it would create, update, leave and quarantine, what it asks of the",
            "target's limits, how long it takes at the least, what it costs and what undoing it means. Nothing is written to",
            "the target. What was read is not read again by the run that takes the plan up.",
            "Without --config the plan is made in an embedded cloud that is started for it; with --config, in a running",
            "cloud. The same as `aws stepfunctions start-execution` on the machine `plan`.",
            "Exit code 2 says that records would be quarantined."
        },
        footer = {
            "",
            "Examples:",
            "  ferry plan --target intercom",
            "  ferry plan --config ferry-work/config.json --migration acme",
            "  ferry plan --config config.json --migration acme --cloud aws.json",
            "  ferry plan --resume"
        })
public final class PlanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private LocalOptions local = new LocalOptions();

    @ArgGroup(exclusive = false)
    private @Nullable ConfigOptions config;

    @Option(
            names = "--cloud",
            paramLabel = "FILE",
            description = "Description of a cloud on AWS (default: the cloud that runs on the work directory).")
    private @Nullable Path cloud;

    @Option(names = "--resume", description = "Follow the latest plan of a running cloud, from where it stopped.")
    private boolean resume;

    public PlanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return (resume || config != null ? inRunningCloud() : here()).code();
    }

    private ExitCode here() throws IOException, InterruptedException {
        if (cloud != null) {
            throw new UsageProblem("nothing says what to plan there", "--cloud", "add --config, or --resume");
        }
        Console console = surroundings.console();
        WorkDirectory work = local.directory();
        console.line("@|bold Ferry plan|@  %s".formatted(work.root()));
        console.gap();
        try (WorkDirectory.Claim _ = work.claim()) {
            ExportDirectory export = local.export(surroundings, console);
            local.occupy(export, UnaryOperator.identity());
            try (LocalCloud embedded = local.start(surroundings, console, export);
                    CloudSession session = surroundings.sessions().open(embedded.description())) {
                DemoConfig demo = DemoConfig.of(export, embedded);
                try (WorkFile out = session.work().create(demo.mappingKey())) {
                    Files.copy(surroundings.home().resolve("mappings").resolve(demo.mapping()), out);
                    out.commit();
                }
                RunPlan plans = new RunPlan(surroundings, session, work);
                Execution execution =
                        plans.start(demo.migrationId(), id(), demo.json().getBytes(StandardCharsets.UTF_8));
                // The cloud ends with the command, and a plan that stopped with it is made anew.
                Next next = new Next(
                        "ferry demo --plan ", EndOfRun.Next.of("ferry plan" + local.repeated()), local.repeated());
                return follow(session, plans, execution, next);
            }
        }
    }

    private ExitCode inRunningCloud() throws IOException, InterruptedException {
        local.refuseBeside(resume ? "--resume" : "--config");
        Path description = Objects.requireNonNullElse(cloud, local.directory().cloudFile());
        String repeated = (cloud == null ? "" : " --cloud " + cloud) + local.repeated();
        try (CloudSession session = surroundings.sessions().open(CloudDescription.read(description))) {
            RunPlan plans = new RunPlan(surroundings, session, local.directory().prepare());
            ConfigOptions given = config;
            Execution execution = given == null ? plans.resume() : plans.start(given.migration(), id(), given.read());
            String resume = "ferry plan --resume" + repeated;
            EndOfRun.Next again =
                    new EndOfRun.Next(resume, given == null ? resume : "ferry plan" + given.repeated() + repeated);
            return follow(session, plans, execution, new Next("ferry run --plan ", again, repeated));
        }
    }

    /// The command that comes next.
    ///
    /// @param run carries out a plan, whose id follows
    /// @param again after a plan that stopped
    /// @param repeated options
    private record Next(String run, EndOfRun.Next again, String repeated) {}

    private String id() {
        return RunIds.ofPlan(surroundings.clock().instant());
    }

    private ExitCode follow(CloudSession session, RunPlan plans, Execution execution, Next next)
            throws IOException, InterruptedException {
        Console console = surroundings.console();
        RunEnd end = new FollowRun(new ReadProgress(session), console, surroundings.clock(), surroundings.pause())
                .follow(execution.arn());
        if (!(end instanceof RunEnd.Finished)) {
            return new EndOfRun(surroundings, session, local.directory(), next.repeated()).say(end, next.again());
        }
        PlanResults plan = plans.fetch(execution.name());
        console.next(next.run() + plan.planId() + next.repeated());
        return plan.total().quarantined() == 0 ? ExitCode.CLEAN : ExitCode.FINISHED_WITH_REJECTS;
    }
}
