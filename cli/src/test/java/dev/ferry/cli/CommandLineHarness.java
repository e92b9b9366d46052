package dev.ferry.cli;

import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.LocalCloud;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// Runs commands against a [FakeCloud] and keeps what they print.
final class CommandLineHarness {
    final FakeCloud cloud = new FakeCloud();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int run(String... arguments) {
        return new FerryCommand(surroundings()).commandLine().execute(arguments);
    }

    Surroundings surroundings() {
        return surroundings(false);
    }

    Surroundings surroundings(boolean terminal) {
        return new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                Ansi.OFF,
                terminal,
                InstantSource.fixed(FakeCloud.NOW),
                duration -> {
                    throw new InterruptedException("a test never waits");
                },
                (work, setup) -> new FakeLocalCloud(setup),
                CommandLineHarness::sample,
                description -> cloud,
                Path.of(System.getProperty("ferry.root", "..")));
    }

    /// Makes the work directory look as if a cloud ran on it.
    void up(Path work) throws IOException {
        Files.createDirectories(work);
        FakeCloud.DESCRIPTION.write(work.resolve("cloud.json"));
    }

    private static void sample(Path directory, int conversations) {
        try {
            Files.createDirectories(directory.resolve("batch/utterances"));
            Files.createDirectories(directory.resolve("inventory"));
            Files.writeString(directory.resolve("inventory/configuration.yaml"), """
                    company: acme
                    csatScales:
                      - {subsidiaryName: "Home", scale: "0-%d"}
                    """.formatted(conversations));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its tenant's bucket is named after the company, and its example names the knobs.
    private record FakeLocalCloud(Setup setup) implements LocalCloud {
        @Override
        public CloudDescription description() {
            return FakeCloud.DESCRIPTION;
        }

        @Override
        public Target target() {
            return new Target(setup.target(), "Salesforce org", "http://localhost:1", "ferry/salesforce", Map.of());
        }

        @Override
        public Optional<Source> source() {
            return Optional.ofNullable(setup.source())
                    .map(source -> new Source(
                            "http://127.0.0.1:2",
                            source.company(),
                            "ferry/asapp",
                            source.knobs().toString()));
        }

        @Override
        public List<Path> dumpTarget(Path directory) {
            return List.of(directory.resolve("Case.jsonl"));
        }

        @Override
        public void close() {}
    }
}
