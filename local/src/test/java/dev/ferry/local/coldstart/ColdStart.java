package dev.ferry.local.coldstart;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts the artifact in a fresh JVM on one core and has it answer one event.
///
/// The function is `open-gate`: all that every function does at its start, and one write.
///
/// @param artifact the jar of all functions
/// @param environment where the services are
record ColdStart(Path artifact, Map<String, String> environment) {
    private static final String HANDLER = "dev.ferry.handlers.target.OpenGateHandler";
    private static final String EVENT = """
            {"migrationId":"acme","runId":"r1","configKey":"c","gate":"owners","undecided":1,"taskToken":"token"}""";
    private static final int SECONDS = 120;
    // At 1,769 MB a function has one core. The heap that Lambda gives of it, and its collector.
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xmx1500m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// How long it took.
    ///
    /// @param ready from the start of the process to the question for the first event
    /// @param first from the start of the process, or from its restoring, to the first answer
    /// @param processor how long the processor worked for `first`, which other work on the machine stretches less
    record Times(Duration ready, Duration first, Duration processor, String answer) {}

    /// Without a snapshot: all of it counts. Lambda starts Java with the first compiler tier only, unless there is
    /// a snapshot. *Source*: AWS on the Java 25 runtime.
    Times cold() throws IOException, InterruptedException {
        return start("on-demand", List.of("-XX:TieredStopAtLevel=1"));
    }

    /// With a snapshot: the hooks run, the snapshot is taken, and only what follows its restoring counts. The time
    /// of the restoring itself is Lambda's.
    Times primed() throws IOException, InterruptedException {
        // What Lambda's own start script sets, so that resources register with its context.
        return start("snap-start", List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"));
    }

    private Times start(String type, List<String> options) throws IOException, InterruptedException {
        try (RuntimeApi api = RuntimeApi.start(EVENT)) {
            List<String> command = new ArrayList<>(core());
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JVM);
            command.addAll(options);
            command.addAll(List.of("-cp", classPath(), AWSLambda.class.getName(), HANDLER));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            Path output = Files.createTempFile("cold-start", ".log");
            builder.redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", type);
            long begun = System.nanoTime();
            Process process = builder.start();
            try {
                CompletableFuture<Duration> before = api.restored().thenApply(_ -> processor(process));
                CompletableFuture<Duration> after = api.answered().thenApply(_ -> processor(process));
                RuntimeApi.Answer answer = api.answered().get(SECONDS, TimeUnit.SECONDS);
                long from = api.restored().getNow(begun);
                return new Times(
                        Duration.ofNanos(api.asked().get(SECONDS, TimeUnit.SECONDS) - begun),
                        Duration.ofNanos(answer.nanos() - from),
                        after.get(SECONDS, TimeUnit.SECONDS).minus(before.getNow(Duration.ZERO)),
                        answer.failed() ? "failed: " + answer.body() : answer.body());
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("no answer: " + Files.readString(output), e);
            } finally {
                process.destroyForcibly().waitFor();
                Files.delete(output);
            }
        }
    }

    private static Duration processor(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    // Where there is a way to hold a process to one core, it is used.
    private static List<String> core() {
        return Files.isExecutable(Path.of("/usr/bin/taskset")) ? List.of("/usr/bin/taskset", "-c", "0") : List.of();
    }

    private String classPath() {
        return String.join(":", artifact.toString(), jar(AWSLambda.class), jar(PojoSerializer.class));
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
