package dev.ferry.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.local.Deployed;
import dev.ferry.local.asapp.AsappSimulator;
import dev.ferry.local.asapp.AsappSimulatorSettings;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.endpoint.LocalAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/// The machine `read-source`, the queue and its worker in the embedded cloud, against a simulated tenant.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadPagesIT {
    private static final int MOST_LOOKS = 1_200;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final AwsClients clients = new AwsClients();
    private AsappSimulator tenant;
    private EmbeddedCloud cloud;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        Path dates =
                Files.createDirectories(directory.resolve("export/fileexporter/utterances/version=1/format=jsonl"));
        for (int day = 1; day <= 3; day++) {
            Path hour = Files.createDirectories(dates.resolve("dt=2026-03-0%d/hr=08/mi=00".formatted(day)));
            Files.writeString(hour.resolve("utterances.jsonl"), "{\"message_id\":\"M%d\"}\n".formatted(day));
        }
        tenant = AsappSimulator.start(AsappSimulatorSettings.of(
                        "acme", directory.resolve("export"), directory.resolve("tenant"), Clock.systemUTC())
                .withKnobs(Map.of("clock", "2026-03-05T12:00:00Z")));
        cloud = EmbeddedCloud.start(EmbeddedCloudSettings.of(directory.resolve("work"), Clock.systemUTC())
                .deploying(Deployed.functions(), Deployed.resources(), Deployed.machines())
                .withParameters(Map.of(
                        "ExtractConcurrency", "1",
                        "AssembleConcurrency", "1",
                        "StageConcurrency", "1",
                        "LoadConcurrency", "1",
                        "EventsClientSubject", "CN=asapp")));
        // As preparing a run leaves it behind.
        clients.s3()
                .putObject(
                        request -> request.bucket("work").key("migrations/m1/layout.json"),
                        RequestBody.fromString("{\"buckets\":4}"));
        clients.secretsManager()
                .createSecret(request -> request.name("ferry/asapp")
                        .secretString("{\"apiId\":\"ferry-api-id\",\"apiSecret\":\"ferry-api-secret\"}"));
    }

    @AfterAll
    void stop() {
        cloud.close();
        tenant.close();
    }

    @Test
    void readsAllPagesAndLeavesTheirRows() {
        String execution = start("done", "acme", 100_000);
        awaited(execution, HistoryEventType.EXECUTION_SUCCEEDED);
        assertThat(clients.sfn()
                        .describeExecution(request -> request.executionArn(execution))
                        .output())
                .isEqualTo("{\"records\":3}");
        assertThat(clients.s3()
                        .listObjectsV2(request -> request.bucket("work").prefix("exports/m1/fileexporter/"))
                        .contents())
                .extracting(S3Object::key)
                .hasSize(3)
                .contains("exports/m1/fileexporter/utterances/version=1/format=jsonl/dt=2026-03-02/hr=08/mi=00/"
                        + "utterances.jsonl");
        assertThat(tenant.usage().admitted())
                .as("the walk, then a list and an address for each date")
                .isEqualTo(3 + 2 * 3);
    }

    @Test
    void parksUntilTheNextDayWhenTheDayIsSpent() {
        long before = tenant.usage().requests();
        String execution = start("parked", "acme-capped", 5);
        HistoryEvent waiting = awaited(execution, HistoryEventType.WAIT_STATE_ENTERED);
        assertThat(waiting.stateEnteredEventDetails().name()).isEqualTo("WaitForTheDay");
        assertThat(waiting.stateEnteredEventDetails().input()).contains("\"state\":\"PARKED\"", "T00:00:02Z");
        assertThat(clients.sfn()
                        .describeExecution(request -> request.executionArn(execution))
                        .status())
                .isEqualTo(ExecutionStatus.RUNNING);
        assertThat(tenant.usage().requests() - before)
                .as("5 a day, one of them for retries")
                .isEqualTo(4);
        clients.sfn().stopExecution(request -> request.executionArn(execution));
    }

    @Test
    void failsWithTheNameThatMachinesMatchWhenTheKeyIsRefused() {
        clients.secretsManager()
                .createSecret(request -> request.name("ferry/asapp-wrong")
                        .secretString("{\"apiId\":\"wrong\",\"apiSecret\":\"wrong\"}"));
        String execution = start("refused", "acme-wrong", 100_000, "ferry/asapp-wrong");
        awaited(execution, HistoryEventType.EXECUTION_FAILED);
        assertThat(clients.sfn()
                        .describeExecution(request -> request.executionArn(execution))
                        .error())
                .isEqualTo("dev.ferry.core.failure.FerryException");
    }

    private String start(String run, String company, int requestsPerDay) {
        return start(run, company, requestsPerDay, "ferry/asapp");
    }

    private String start(String run, String company, int requestsPerDay, String secret) {
        String config = """
                {"migrationId":"m1","company":"%s","target":{"secretName":"t"},"source":{"bucket":"export","api":{\
                "host":"%s","secretName":"%s","requestsPerDay":%d,"dailySharePercent":100}}}""".formatted(company, tenant.endpoint(), secret, requestsPerDay);
        String key = "runs/%s/config.json".formatted(run);
        clients.s3().putObject(request -> request.bucket("work").key(key), RequestBody.fromString(config));
        return clients.sfn()
                .startExecution(
                        request -> request.stateMachineArn(LocalAccount.arn("states", "stateMachine:read-source"))
                                .name(run)
                                .input("""
                                {"migrationId":"m1","runId":"%s","configKey":"%s","work":"mirror-files",\
                                "unit":"utterances"}""".formatted(run, key)))
                .executionArn();
    }

    private HistoryEvent awaited(String execution, HistoryEventType type) {
        return Stream.generate(() -> history(execution))
                .limit(MOST_LOOKS)
                .flatMap(List::stream)
                .filter(event -> event.type() == type || event.type() == HistoryEventType.EXECUTION_FAILED)
                .findFirst()
                .filter(event -> event.type() == type)
                .orElseThrow(() -> {
                    var ended = clients.sfn().describeExecution(request -> request.executionArn(execution));
                    return new AssertionError("no %s: %s %s".formatted(type, ended.error(), ended.cause()));
                });
    }

    private List<HistoryEvent> history(String execution) {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        return clients.sfn()
                .getExecutionHistory(request -> request.executionArn(execution).maxResults(1_000))
                .events();
    }
}
