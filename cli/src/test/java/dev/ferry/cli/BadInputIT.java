package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.handlers.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input to a real demo: one line that says what, where and what to do, exit code 1, and a way on.
class BadInputIT {
    private static final Path ROOT = Path.of(System.getProperty("ferry.root", ".."));

    @TempDir
    private Path temporary;

    private Path export;
    private Path home;

    @BeforeEach
    void prepare() throws IOException {
        export = temporary.resolve("export");
        SampleExports.write(export, 5);
        home = temporary.resolve("home");
        copy("mappings");
        copy("statemachines");
    }

    @Test
    void aFieldThatTheTargetDoesNotHave() throws IOException {
        Path mapping = home.resolve("mappings/salesforce.yaml");
        String right = Files.readString(mapping);
        Files.writeString(mapping, right.replaceFirst("Subject:", "Subjct:"));
        assertThat(refused(new DemoRun(work(), home)))
                .startsWith("ferry: MAPPING: ")
                .contains("line ", "Case has no field Subjct (did you mean Subject?)", "at CheckTarget", "Correct the");

        Files.writeString(mapping, right);
        DemoRun mended = new DemoRun(work(), home);
        assertThat(mended.run("--export", export.toString()))
                .as(mended.output())
                .isIn(0, 2);
    }

    @Test
    void aMappingThatIsNotYaml() throws IOException {
        Path mapping = home.resolve("mappings/salesforce.yaml");
        Files.writeString(mapping, "phases: [");
        assertThat(refused(new DemoRun(work(), home)))
                .startsWith("ferry: MAPPING: ")
                .contains("line 1", "is not YAML");
    }

    @Test
    void credentialsThatTheTargetRefuses() {
        assertThat(refused(new DemoRun(work(), home).afterStart(BadInputIT::storeWrongSecret)))
                .startsWith("ferry: TARGET_ACCESS: Could not sign in to Salesforce: ")
                .contains("Check the consumer key", "at CheckTarget", "renew the secret")
                .doesNotContain("not-a-key");

        DemoRun mended = new DemoRun(work(), home);
        assertThat(mended.run("--export", export.toString()))
                .as(mended.output())
                .isIn(0, 2);
    }

    private static void storeWrongSecret() {
        new AwsClients()
                .secretsManager()
                .putSecretValue(request -> request.secretId("ferry/salesforce").secretString("""
                {"flow":"client_credentials","consumerKey":"not-a-key","consumerSecret":"not-a-secret"}"""));
    }

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket other = amongFreePorts()) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(refused(new DemoRun(work(), home), "--port-base", port))
                    .isEqualTo("ferry: port in use, " + port
                            + " for DynamoDB, stop what listens there or choose other ports with --port-base");
        }
    }

    // Below the ports that systems give out, whose neighbours a test that runs at the same time may have.
    private static ServerSocket amongFreePorts() throws IOException {
        for (int port = 21_000; port < 31_000; port += 100) {
            try {
                return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
            } catch (BindException taken) {
                // The next one may be free.
            }
        }
        throw new IOException("no port from 21000 to 31000 is free");
    }

    @Test
    void anExportWithoutAFinishedPartition() throws IOException {
        try (Stream<Path> files = Files.walk(export)) {
            for (Path marker : files.filter(file -> file.endsWith("_SUCCESS")).toList()) {
                Files.delete(marker);
            }
        }
        assertThat(refused(new DemoRun(work(), home)))
                .startsWith("ferry: SOURCE_UNREADABLE: no finished partition of a feed")
                .contains("at ListPartitions in `extract`");
    }

    /// What can be read is migrated; the rest is named.
    @Test
    void filesThatAreBrokenOrEncrypted() throws IOException {
        try (Stream<Path> files = Files.walk(export)) {
            Path marker = files.filter(file -> file.toString().contains("/utterances/") && file.endsWith("_SUCCESS"))
                    .findFirst()
                    .orElseThrow();
            Files.write(marker.resolveSibling("broken.jsonl.gz"), new byte[] {31, (byte) 139, 8, 0, 1, 2, 3});
            Files.writeString(marker.resolveSibling("secret.jsonl.enc"), "?");
        }
        DemoRun demo = new DemoRun(work(), home);
        assertThat(demo.run("--export", export.toString())).as(demo.output()).isEqualTo(2);
        assertThat(work().resolve("lists/quarantined.csv"))
                .content(UTF_8)
                .contains("source line", "broken.jsonl.gz", "BROKEN_FILE", "line 1", "truncated", "for the file again")
                .contains("source file", "secret.jsonl.enc", "NOT_READ", "ask ASAPP for files without it");
    }

    private String refused(DemoRun demo, String... options) {
        List<String> arguments = Stream.concat(Stream.of("--export", export.toString()), Stream.of(options))
                .toList();
        assertThat(demo.run(arguments.toArray(String[]::new))).as(demo.output()).isEqualTo(1);
        assertThat(demo.errors()).hasSize(1);
        return demo.errors().getFirst();
    }

    private Path work() {
        return temporary.resolve("work");
    }

    private void copy(String directory) throws IOException {
        Path from = ROOT.resolve(directory);
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.createDirectories(home);
                    Files.copy(file, home.resolve(directory).resolve(from.relativize(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
