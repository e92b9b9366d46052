package dev.ferry.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.local.Deployed;
import dev.ferry.local.asapp.AsappSimulator;
import dev.ferry.local.asapp.AsappSimulatorSettings;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.endpoint.LocalAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// The embedded cloud and a simulated tenant with feeds of many dates, which can be stopped and started again at a
/// later time.
final class SourceRig implements AutoCloseable {
    private static final int MOST_LOOKS = 2_400;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private static final String KEY = "{\"apiId\":\"ferry-api-id\",\"apiSecret\":\"ferry-api-secret\"}";

    private final Path directory;
    private Duration ahead = Duration.ZERO;
    private Running running;

    private SourceRig(Path directory) throws IOException {
        this.directory = directory;
        this.running = run(directory, Duration.ZERO, 0, 0);
    }

    private record Running(AsappSimulator tenant, EmbeddedCloud cloud, AwsClients clients) {}

    /// Starts both over an export with feeds of so many dates, a file each.
    static SourceRig start(Path directory, int dates, String... feeds) throws IOException {
        for (String feed : feeds) {
            for (int day = 0; day < dates; day++) {
                Path hour = Files.createDirectories(
                        directory.resolve("export/fileexporter/%s/version=1/format=jsonl/dt=%s/hr=08/mi=00"
                                .formatted(feed, FIRST.plusDays(day))));
                Files.writeString(hour.resolve(feed + ".jsonl"), "{}\n");
            }
        }
        SourceRig rig = new SourceRig(directory);
        // As preparing a run leaves it behind.
        rig.clients()
                .s3()
                .putObject(
                        request -> request.bucket("work").key("migrations/m1/layout.json"),
                        RequestBody.fromString("{\"buckets\":4}"));
        rig.clients()
                .secretsManager()
                .createSecret(request -> request.name("ferry/asapp").secretString(KEY));
        return rig;
    }

    private static Running run(Path directory, Duration ahead, int port, int downloadPort) throws IOException {
        AsappSimulator tenant = AsappSimulator.start(AsappSimulatorSettings.of(
                        "acme", directory.resolve("export"), directory.resolve("tenant"), Clock.systemUTC())
                .withPorts(port, downloadPort)
                .withKnobs(Map.of("clock", "2026-07-05T12:00:00Z", "purgeDays", "1000")));
        System.setProperty(Environment.PROPERTY_PREFIX + Environment.CLOCK_OFFSET, ahead.toString());
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        EmbeddedCloud cloud = EmbeddedCloud.start(EmbeddedCloudSettings.of(directory.resolve("work"), clock)
                .deploying(Deployed.functions(), Deployed.resources(), Deployed.machines())
                .withParameters(Map.of(
                        "ExtractConcurrency", "1",
                        "AssembleConcurrency", "1",
                        "StageConcurrency", "1",
                        "LoadConcurrency", "1",
                        "EventsClientSubject", "CN=asapp")));
        return new Running(tenant, cloud, new AwsClients());
    }

    /// Stops everything and starts it again so much later.
    void restart(Duration later) throws IOException, InterruptedException {
        int port = tenant().endpoint().getPort();
        int downloadPort = tenant().downloads().getPort();
        close();
        ahead = ahead.plus(later);
        running = run(directory, ahead, port, downloadPort);
        admin("PUT", "/sim/v1/clock", "{\"advance\":\"%s\"}".formatted(later));
    }

    AsappSimulator tenant() {
        return running.tenant();
    }

    AwsClients clients() {
        return running.clients();
    }

    /// A new version of the secret, as an operator would put it.
    void putKeyAgain() {
        clients()
                .secretsManager()
                .putSecretValue(request -> request.secretId("ferry/asapp").secretString(KEY));
    }

    /// Calls one of the simulator's own calls.
    void admin(String method, String path, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(tenant().endpoint() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    /// Starts copying a feed; the execution.
    String mirror(String feed, int requestsPerDay) {
        String key = "runs/%s/config.json".formatted(feed);
        String config = """
                {"migrationId":"m1","company":"acme","target":{"secretName":"t"},"source":{"bucket":"export","api":{\
                "host":"%s","secretName":"ferry/asapp","requestsPerDay":%d,"dailySharePercent":100}}}
                """.formatted(tenant().endpoint(), requestsPerDay);
        clients().s3().putObject(request -> request.bucket("work").key(key), RequestBody.fromString(config));
        return clients()
                .sfn()
                .startExecution(
                        request -> request.stateMachineArn(LocalAccount.arn("states", "stateMachine:read-source"))
                                .name(feed)
                                .input("""
                                {"migrationId":"m1","runId":"%s","configKey":"%s","work":"mirror-files","unit":"%s"}
                                """.formatted(feed, key, feed)))
                .executionArn();
    }

    /// The names of the copies.
    List<String> copies() {
        return clients()
                .s3()
                .listObjectsV2Paginator(request -> request.bucket("work").prefix("exports/m1/fileexporter/"))
                .contents()
                .stream()
                .map(object -> object.key())
                .toList();
    }

    ExecutionStatus status(String execution) {
        return clients()
                .sfn()
                .describeExecution(request -> request.executionArn(execution))
                .status();
    }

    /// Whether an execution has come to the state.
    boolean entered(String execution, String state) {
        return clients()
                .sfn()
                .getExecutionHistory(request -> request.executionArn(execution).maxResults(1_000))
                .events()
                .stream()
                .map(HistoryEvent::stateEnteredEventDetails)
                .anyMatch(entered -> entered != null && entered.name().equals(state));
    }

    /// Looks until something is so.
    void await(String what, BooleanSupplier condition) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new AssertionError("it did not happen: " + what);
    }

    @Override
    public void close() {
        running.cloud().close();
        running.tenant().close();
        System.clearProperty(Environment.PROPERTY_PREFIX + Environment.CLOCK_OFFSET);
    }
}
