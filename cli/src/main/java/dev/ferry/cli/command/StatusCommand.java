package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.plan.PlanList;
import dev.ferry.cli.progress.CostText;
import dev.ferry.cli.progress.FollowRun;
import dev.ferry.cli.progress.LiveCost;
import dev.ferry.cli.progress.PhaseProgress;
import dev.ferry.cli.progress.ProgressJson;
import dev.ferry.cli.progress.ProgressLine;
import dev.ferry.cli.progress.ReadBudget;
import dev.ferry.cli.progress.ReadCost;
import dev.ferry.cli.progress.ReadProgress;
import dev.ferry.cli.progress.RunProgress;
import dev.ferry.cli.progress.SourceBudget;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import dev.ferry.handlers.executions.FindCause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry status`: how far a run is.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Show how far a run is: per phase its share, records a second, time left and what limits it; and its cost so far.",
            "Plans that no run has taken up yet are named below it, each with the command that goes on with it.",
            "On a terminal, --watch redraws the line of the running phase; elsewhere one line is printed per phase."
        },
        footer = {"", "Examples:", "  ferry status", "  ferry status --watch", "  ferry status --json | jq .phases"})
public final class StatusCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private WorkOption work = new WorkOption();

    @Mixin
    private RunChoice choice = new RunChoice();

    @Option(names = "--watch", description = "Follow the run until it ends or waits.")
    private boolean watch;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    public StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = surroundings.console();
        CloudDescription description = work.cloud();
        try (CloudSession cloud = surroundings.sessions().open(description)) {
            List<String> plans = new PlanList(cloud.executions()).lines(work.repeated());
            if (!plans.isEmpty() && !json && choice.isOfNone(cloud)) {
                plans.forEach(console::raw);
                return ExitCode.CLEAN.code();
            }
            Execution execution = choice.find(cloud);
            ReadProgress read = new ReadProgress(cloud);
            ReadCost readCost = new ReadCost(cloud);
            if (watch && !json) {
                LiveCost live = new LiveCost(readCost, description.local(), surroundings.clock());
                var end = new FollowRun(read, console, surroundings.clock(), surroundings.pause(), live)
                        .follow(execution.arn());
                cost(console, read.read(execution.arn()), readCost, description);
                return new EndOfRun(surroundings, cloud, work.directory(), work.repeated())
                        .say(end)
                        .code();
            }
            RunProgress progress = read.read(execution.arn());
            Optional<SourceBudget> budget = new ReadBudget(cloud)
                    .of(progress.run(), surroundings.clock().instant());
            if (json) {
                console.raw(ProgressJson.write(
                        progress,
                        budget,
                        readCost.of(progress.run()),
                        surroundings.clock().instant()));
            } else {
                print(console, progress);
                budget.ifPresent(standing -> console.raw("  %-28s %s".formatted("source's API", standing.line())));
                cost(console, progress, readCost, description);
                plans.forEach(plan -> console.raw("  " + plan));
                next(console, cloud, progress);
            }
            return code(progress).code();
        }
    }

    private void print(Console console, RunProgress progress) {
        Execution execution = progress.execution();
        Duration elapsed = Duration.between(
                execution.startedAt(),
                execution.stopped().orElseGet(() -> surroundings.clock().instant()));
        console.line("@|bold %s|@  %s  %s".formatted(execution.name(), execution.state(), Amounts.duration(elapsed)));
        for (PhaseProgress phase : progress.phases()) {
            console.line("  %-28s %s"
                    .formatted(
                            phase.name(),
                            phase.state().alive()
                                    ? ProgressLine.of(
                                            phase, surroundings.clock().instant())
                                    : ProgressLine.result(phase)));
        }
    }

    private static void cost(Console console, RunProgress progress, ReadCost read, CloudDescription cloud) {
        read.of(progress.run())
                .map(cost -> new CostText(cost, progress.records(), cloud.local()))
                .ifPresent(text -> text.lines().forEach(console::raw));
    }

    private void next(Console console, CloudSession cloud, RunProgress progress) {
        Execution execution = progress.execution();
        progress.gate().ifPresent(gate -> {
            console.line("  waits for a person: owners");
            console.next("ferry owners export" + work.repeated());
        });
        progress.parkedUntil().ifPresent(until -> {
            console.line("  parked until %s: the day of the source's API is spent".formatted(until));
            console.next("ferry status --watch" + work.repeated());
        });
        if (execution.state() == State.SUCCEEDED) {
            console.next("ferry report" + work.repeated());
        } else if (!execution.state().alive()) {
            console.raw("  " + new FindCause(cloud.executions()).of(execution).line());
            console.line("  What stands so far is in its report: ferry report" + work.repeated());
            console.next("ferry run --resume" + work.repeated());
        }
    }

    private static ExitCode code(RunProgress progress) {
        if (progress.gate().isPresent()) {
            return ExitCode.WAITING;
        }
        if (progress.parkedUntil().isPresent()) {
            return ExitCode.PARKED;
        }
        return progress.execution().state().alive() || progress.execution().state() == State.SUCCEEDED
                ? ExitCode.CLEAN
                : ExitCode.ERROR;
    }
}
