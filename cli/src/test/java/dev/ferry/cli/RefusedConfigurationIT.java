package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.cloud.LocalCloud.SourceSetup;
import dev.ferry.cli.demo.ExportDirectory;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.handlers.aws.AwsClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A configuration with which the source's API cannot be read, as `run`, `plan` and `scope` tell it: one line,
/// before the source or the target has been asked anything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedConfigurationIT {
    private static final String SECRET = "ferry/asapp";

    private final AwsClients clients = new AwsClients();
    private Path work;
    private String company;
    private EmbeddedLocalCloud cloud;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        work = directory.resolve("work");
        Path export = directory.resolve("export");
        SampleExports.write(export, 2);
        company = new ExportDirectory(export).inventory().company();
        WorkDirectory place = new WorkDirectory(work).prepare();
        cloud = EmbeddedLocalCloud.start(
                place,
                new Setup(export, 0, "salesforce", Map.of(), new SourceSetup(company, Map.of())),
                new Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC()));
        cloud.description().write(place.cloudFile());
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "scope"})
    void aHostThatNobodyKnows(String command) throws IOException {
        assertThat(refused(command, "\"host\":\"https://asapp.invalid\",\"secretName\":\"ferry/asapp\""))
                .isEqualTo(
                        "ferry: CONFIGURATION: source.api.host names asapp.invalid, and no such host is known: give"
                                + " the address that ASAPP gave you, at PrepareRun in `%s`. Correct the named setting and start"
                                + " the run again.",
                        machine(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "scope"})
    void aKeyThatNobodyStored(String command) throws IOException {
        assertThat(refused(command, api("ferry/asapp-nowhere")))
                .isEqualTo(
                        "ferry: CONFIGURATION: Secrets Manager has no secret ferry/asapp-nowhere, which"
                                + " source.api.secretName names: put the key of ASAPP there, at PrepareRun in `%s`. Correct the"
                                + " named setting and start the run again.",
                        machine(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "scope"})
    void aSecretWithoutTheWholeKey(String command) throws IOException {
        String name = "ferry/asapp-half-" + command;
        clients.secretsManager().createSecret(request -> request.name(name).secretString("{\"apiId\":\"private-id\"}"));
        assertThat(refused(command, api(name)))
                .startsWith("ferry: CONFIGURATION: secret " + name + ", which source.api.secretName names, has no"
                        + " apiSecret: put {\"apiId\":\"...\",\"apiSecret\":\"...\"} there, at PrepareRun")
                .doesNotContain("private-id");
        clients.secretsManager()
                .putSecretValue(request ->
                        request.secretId(name).secretString("{\"apiId\":\"\",\"apiSecret\":\"private-secret\"}"));
        assertThat(refused(command, api(name)))
                .contains("names, has an empty apiId: put")
                .doesNotContain("private-secret");
        clients.secretsManager()
                .putSecretValue(request -> request.secretId(name).secretString("private-secret"));
        assertThat(refused(command, api(name)))
                .contains("names, is not JSON: put")
                .doesNotContain("private-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "scope"})
    void aHostThatWouldSeeTheKeyInTheClear(String command) throws IOException {
        assertThat(refused(command, "\"host\":\"http://example.com:1\",\"secretName\":\"ferry/asapp\""))
                .contains("source.api.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "plan", "scope"})
    void aCapOfZeroAndAWindowThatIsReversedAreRefusedWithTheNameOfTheFile(String command) throws IOException {
        Path config = work.resolve("config.json");
        assertThat(refused(command, api(SECRET) + ",\"requestsPerDay\":0"))
                .isEqualTo("ferry: " + config + " has a mistake: source.api.requestsPerDay is 0: give a whole number"
                        + " from 1 to 2147483647. Correct the named setting and start the run again.");
        assertThat(refused(command, api(SECRET) + "},\"from\":\"2026-03-02\",\"until\":\"2026-03-01\",\"events\":{"))
                .isEqualTo(
                        "ferry: " + config + " has a mistake: source.from is \"2026-03-02\": give a date that is not"
                                + " after source.until, which is 2026-03-01. Correct the named setting and start the run again.");
    }

    @Test
    void aConfigurationThatIsRightIsNotRefused() throws IOException {
        long before = asked();
        write(api(SECRET));
        DemoRun ferry = new DemoRun(work);
        assertThat(ferry.command("scope", "--config", config(), "--migration", company))
                .as(ferry.output())
                .isZero();
        assertThat(asked()).isGreaterThan(before);
    }

    private String refused(String command, String api) throws IOException {
        long before = asked();
        write(api);
        DemoRun ferry = new DemoRun(work);
        assertThat(ferry.command(command, "--config", config(), "--migration", company))
                .as(ferry.output())
                .isEqualTo(ExitCode.ERROR.code());
        assertThat(ferry.errors()).as(ferry.output()).hasSize(1);
        assertThat(asked()).as("what source and target were asked").isEqualTo(before);
        assertThat(ferry.output()).doesNotContain("--resume");
        return ferry.errors().getFirst();
    }

    private String api(String secret) {
        return "\"host\":\"%s\",\"secretName\":\"%s\""
                .formatted(cloud.source().orElseThrow().apiUrl(), secret);
    }

    private void write(String api) throws IOException {
        Files.writeString(work.resolve("config.json"), """
                {"migrationId":"%s","company":"%s","source":{"bucket":"export","api":{%s}},
                "target":{"secretName":"ferry/salesforce","loginUrl":"%s"}}""".formatted(
                        company, company, api, cloud.target().url()));
    }

    private String config() {
        return work.resolve("config.json").toString();
    }

    private static String machine(String command) {
        return command.equals("run") ? "migration" : command;
    }

    /// How much the simulated tenant and the simulated org were asked.
    private long asked() throws IOException {
        Path calls = work.resolve("asapp/calls.jsonl");
        return (Files.exists(calls) ? Files.readAllLines(calls).size() : 0)
                + cloud.targetRequests().size();
    }
}
