package dev.ferry.cli.command;

import dev.ferry.cli.ExitCode;
import dev.ferry.cli.Surroundings;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.scope.RunScope;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.handlers.executions.RootCause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ferry scope`: what a source holds and what it takes to move it.
@Command(
        name = "scope",
        mixinStandardHelpOptions = true,
        description = {
            "Look at the source and say what it holds: counts, windows, gaps, fields, requests to its API against the",
            "daily cap, and what a run costs on AWS. Nothing is moved.",
            "Without --config the export is looked at in an embedded cloud that is started for it; with --config, the",
            "source of that configuration in a running cloud. The same as `aws stepfunctions start-execution` on the",
            "machine `scope`."
        },
        footer = {
            "",
            "Examples:",
            "  ferry scope --export ~/exports/acme --work acme-work",
            "  ferry scope --config ferry-work/config.json --migration acme",
            "  ferry scope --config config.json --migration acme --cloud aws.json"
        })
public final class ScopeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private LocalOptions local = new LocalOptions();

    @ArgGroup(exclusive = false)
    private @Nullable Elsewhere elsewhere;

    static final class Elsewhere {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private ConfigOptions config = new ConfigOptions();

        @Option(
                names = "--cloud",
                paramLabel = "FILE",
                description = "Description of a cloud on AWS (default: the cloud that runs on the work directory).")
        private @Nullable Path cloud;
    }

    public ScopeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Elsewhere there = elsewhere;
        return there == null ? here() : inRunningCloud(there);
    }

    private int here() throws IOException, InterruptedException {
        Console console = surroundings.console();
        WorkDirectory work = local.directory();
        console.line("@|bold Ferry scope|@  %s".formatted(work.root()));
        console.gap();
        try (WorkDirectory.Claim _ = work.claim()) {
            ExportDirectory export = local.export(surroundings, console);
            local.occupy(export, UnaryOperator.identity());
            try (LocalCloud cloud = local.start(surroundings, console, export);
                    CloudSession session = surroundings.sessions().open(cloud.description())) {
                DemoConfig config = DemoConfig.of(export, cloud);
                Optional<RootCause> stopped =
                        run(session).run(config.migrationId(), config.json().getBytes(StandardCharsets.UTF_8));
                return end(stopped, "ferry scope" + local.repeated(), "ferry demo" + local.repeated());
            }
        }
    }

    private int inRunningCloud(Elsewhere there) throws IOException, InterruptedException {
        local.refuseBeside("--config");
        byte[] config = there.config.read();
        Path description =
                Objects.requireNonNullElse(there.cloud, local.directory().cloudFile());
        String options =
                there.config.repeated() + (there.cloud == null ? "" : " --cloud " + there.cloud) + local.repeated();
        try (CloudSession session = surroundings.sessions().open(CloudDescription.read(description))) {
            Optional<RootCause> stopped = run(session).run(there.config.migration(), config);
            return end(stopped, "ferry scope" + options, "ferry run" + options);
        }
    }

    private int end(Optional<RootCause> stopped, String again, String onwards) {
        stopped.ifPresent(cause -> {
            surroundings.err().println("ferry: " + cause.line());
            surroundings.err().flush();
        });
        surroundings.console().next(stopped.isPresent() ? again : onwards);
        boolean parked = stopped.map(RootCause::error)
                .filter(ErrorCode.QUOTA_SPENT.name()::equals)
                .isPresent();
        return (stopped.isEmpty() ? ExitCode.CLEAN : parked ? ExitCode.PARKED : ExitCode.ERROR).code();
    }

    private RunScope run(CloudSession session) {
        return new RunScope(surroundings, session, local.directory().prepare());
    }
}
