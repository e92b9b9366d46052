package dev.ferry.local.cloud;

import dev.ferry.local.ChildJvm;
import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.lambda.Deployment;
import dev.ferry.local.lambda.FunctionDescription;
import dev.ferry.local.lambda.SampleHandlers;
import dev.ferry.local.sqs.QueueDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/// A cloud in a JVM of its own, to be killed.
final class CloudProcess {

    private CloudProcess() {}

    /// Runs until it is killed.
    public static void main(String[] arguments) throws InterruptedException {
        var cloud = EmbeddedCloud.start(settings(Path.of(arguments[0])));
        try (cloud) {
            new CountDownLatch(1).await();
        }
    }

    /// The settings of a small deployment: one table, one bucket, a queue with its dead-letter queue, two
    /// functions.
    static EmbeddedCloudSettings settings(Path workDirectory) {
        var resources = new Resources(
                List.of(new TableDescription("ledger", "pk", "sk", Optional.of("ttl"))),
                List.of("work"),
                List.of(
                        new QueueDescription(
                                "gates",
                                Duration.ofSeconds(1),
                                Optional.of(new QueueDescription.DeadLetter("gates-dead", 2))),
                        new QueueDescription("gates-dead", Duration.ofSeconds(30), Optional.empty()),
                        new QueueDescription("idle", Duration.ofSeconds(0), Optional.empty())),
                List.of(),
                List.of());
        var source = new FunctionDescription.EventSource("gates", 10, Duration.ZERO, 2);
        var functions = new Deployment(List.of(
                function("greet", SampleHandlers.Greet.class, List.of()),
                function("judge", SampleHandlers.Judge.class, List.of(source))));
        return EmbeddedCloudSettings.of(workDirectory, Clock.systemUTC()).deploying(functions, resources);
    }

    private static FunctionDescription function(
            String name, Class<?> handler, List<FunctionDescription.EventSource> sources) {
        return new FunctionDescription(
                name,
                handler.getName(),
                "A test function",
                new FunctionDescription.Sizing(512, Duration.ofSeconds(5), OptionalInt.empty()),
                Map.of("LEDGER", "${LedgerTable}"),
                sources,
                List.of());
    }

    /// Starts one in a JVM of its own.
    static Process start(Path workDirectory) throws IOException {
        return ChildJvm.of(CloudProcess.class, 512, workDirectory)
                .redirectOutput(workDirectory.resolveSibling("cloud-output.txt").toFile())
                .start();
    }
}
