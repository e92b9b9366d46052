package dev.ferry.cli.command;

import dev.ferry.cli.Surroundings;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.console.Console;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.work.WorkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ferry up`: the embedded cloud and the simulated target, until it is stopped.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start the embedded cloud and a simulated target and keep them up until Ctrl-C.",
            "With --export, the ASAPP tenant that the export comes from is simulated too.",
            "Prints where each service answers, with a line for the AWS CLI. Data stay in the work directory."
        },
        footer = {
            "",
            "Examples:",
            "  ferry up",
            "  ferry up --export ~/exports/acme --port-base 4711",
            "  ferry up --export ~/exports/acme --asapp clock=2026-11-01T02:30:00Z --asapp dailyLimit=5000"
        })
public final class UpCommand implements Callable<Integer> {
    private static final Duration FOR_LONG = Duration.ofHours(1);
    private static final Map<String, String> AWS_LINES = new TreeMap<>(Map.of(
            "dynamodb", "dynamodb list-tables",
            "s3", "s3 ls",
            "sqs", "sqs list-queues",
            "secretsmanager", "secretsmanager list-secrets",
            "stepfunctions", "stepfunctions list-state-machines",
            "lambda", "lambda list-functions"));

    private final Surroundings surroundings;

    @Mixin
    private LocalOptions local = new LocalOptions();

    public UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Console console = surroundings.console();
        WorkDirectory work = local.directory();
        try (WorkDirectory.Claim _ = work.claim()) {
            ExportDirectory export = local.export(surroundings, console);
            local.occupy(export, UnaryOperator.identity());
            try (LocalCloud cloud = local.start(surroundings, console, export)) {
                DemoConfig config = DemoConfig.of(export, cloud);
                Path configFile = work.root().resolve("config.json");
                Files.writeString(configFile, config.json());
                uploadMapping(cloud.description(), config);
                print(console, cloud);
                console.next("ferry run --config %s --migration %s --work %s"
                        .formatted(configFile, config.migrationId(), work.root()));
                stay();
            }
        }
        return 0;
    }

    private void uploadMapping(CloudDescription cloud, DemoConfig config) throws IOException {
        try (CloudSession session = surroundings.sessions().open(cloud);
                WorkFile out = session.work().create(config.mappingKey())) {
            Files.copy(surroundings.home().resolve("mappings").resolve(config.mapping()), out);
            out.commit();
        }
    }

    private static void print(Console console, LocalCloud cloud) {
        console.gap();
        console.line("  @|bold %s|@  %s"
                .formatted(cloud.target().title(), cloud.target().url()));
        cloud.source().ifPresent(source -> {
            console.line("  @|bold ASAPP|@  %s, batch feeds in bucket %s, key in secret %s"
                    .formatted(source.apiUrl(), source.bucket(), source.secretName()));
            console.raw("    " + source.exampleCall());
        });
        cloud.description().endpoints().forEach((service, url) -> {
            console.line("  @|bold %s|@  %s".formatted(service, url));
            String line = AWS_LINES.get(service);
            if (line != null) {
                console.raw("    aws %s --endpoint-url %s --region %s"
                        .formatted(line, url, cloud.description().region()));
            }
        });
        console.raw(
                "  The AWS CLI wants credentials, any will do: AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local");
        console.gap();
    }

    private void stay() {
        try {
            while (true) {
                surroundings.pause().await(FOR_LONG);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
