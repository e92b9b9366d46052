package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.console.Amounts;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.console.Stage;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.demo.RunDemo;
import dev.ferry.cli.plan.RunPlan;
import dev.ferry.cli.progress.RunEnd;
import dev.ferry.cli.work.Occupant;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.handlers.executions.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry demo`: a whole migration on this machine, with no account anywhere.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Migrate an export into a simulated target on this machine and open the books.",
            "Without --export a sample export is made. A run that was stopped goes on where it stopped; after a run that",
            "has finished, another one changes nothing that has not changed at the source."
        },
        footer = {
            "",
            "Examples:",
            "  ferry demo",
            "  ferry demo --export ~/exports/acme --work acme-work",
            "  ferry demo --interactive       stop at the owner gate and decide yourself"
        })
public final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private LocalOptions local = new LocalOptions();

    @Option(names = "--plan", paramLabel = "ID", description = "Do what a plan of `ferry plan` says.")
    private @Nullable String plan;

    @Option(names = "--interactive", description = "Wait at the owner gate for your decision.")
    private boolean interactive;

    public DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = surroundings.console();
        WorkDirectory work = local.directory();
        console.line("@|bold Ferry demo|@  %s".formatted(work.root()));
        console.gap();
        try (WorkDirectory.Claim _ = work.claim()) {
            ExportDirectory export = local.export(surroundings, console);
            local.occupy(export, Occupant::atWork);
            try (LocalCloud cloud = local.start(surroundings, console, export);
                    CloudSession session = surroundings.sessions().open(cloud.description())) {
                return migrate(console, cloud, session, export).code();
            }
        }
    }

    private ExitCode migrate(Console console, LocalCloud cloud, CloudSession session, ExportDirectory export)
            throws IOException, InterruptedException {
        WorkDirectory work = local.directory();
        DemoConfig config = DemoConfig.of(export, cloud);
        RunDemo demo = new RunDemo(surroundings, session, console, work);
        Execution execution = plan == null
                ? demo.startOrResume(config, RunIds.at(surroundings.clock().instant()))
                : demo.takeUp(config, new RunPlan(surroundings, session, work), plan);
        RunEnd end = demo.follow(execution, waits -> answer(demo, waits, export));
        dump(console, cloud, work);
        if (end instanceof RunEnd.Waits) {
            console.gap();
            console.line("  Fill in the column `owner` of " + work.owners() + ", then go on.");
            console.next("ferry demo --interactive" + local.repeated());
            return ExitCode.WAITING;
        }
        return new EndOfRun(surroundings, session, work, local.repeated())
                .say(end, EndOfRun.Next.of("ferry demo" + local.repeated()));
    }

    private boolean answer(RunDemo demo, RunEnd.Waits waits, ExportDirectory export) throws IOException {
        Path file = local.directory().owners();
        if (!interactive) {
            demo.gate().byItself(waits.gate(), export.owners());
            return true;
        }
        if (Files.exists(file)) {
            demo.gate().byItself(waits.gate(), file);
            Files.move(file, file.resolveSibling("owners-applied.csv"), StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        demo.gate().ask(waits.gate(), file);
        return false;
    }

    private static void dump(Console console, LocalCloud cloud, WorkDirectory work) {
        try (Stage stage = console.stage("what the target holds")) {
            int files = cloud.dumpTarget(work.target()).size();
            stage.done("%s in %s".formatted(Amounts.counted(files, "object"), work.target()));
        }
    }
}
