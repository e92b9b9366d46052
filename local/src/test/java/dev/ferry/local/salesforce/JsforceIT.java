package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator against jsforce, a client that knows nothing of it.
class JsforceIT {
    private static final Path SCRIPTS = Path.of(System.getProperty("ferry.root"), "local", "src", "test", "js");
    private static final Path WORK = Path.of(System.getProperty("ferry.root"), "local", "target", "jsforce");

    @TempDir
    Path directory;

    @Test
    void servesALoginDescribeBulkAndQuerySessionOfJsforce() throws Exception {
        Assumptions.assumeTrue(succeeds("node", "--version"), "skipped: there is no node on this machine");
        Assumptions.assumeTrue(succeeds("npm", "--version"), "skipped: there is no npm on this machine");
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", "conformance.mjs")) {
            Files.copy(SCRIPTS.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(
                succeeds("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                "skipped: npm cannot fetch jsforce here");
        try (SalesforceSimulator simulator =
                SalesforceSimulator.start(SalesforceSimulatorSettings.in(directory, Clock.systemUTC()))) {
            Outcome outcome =
                    run("node", "conformance.mjs", simulator.endpoint().toString());
            assertThat(outcome.output()).contains("{\"inserted\":2500,\"queried\":2501,\"bulkQueried\":2501}");
            assertThat(outcome.exit()).isZero();
        }
    }

    private record Outcome(int exit, String output) {}

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return run(command).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Outcome run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.of(command).toList())
                .directory(Files.exists(WORK) ? WORK.toFile() : SCRIPTS.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
