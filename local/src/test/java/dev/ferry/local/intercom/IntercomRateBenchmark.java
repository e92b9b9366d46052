package dev.ferry.local.intercom;

import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.ChunkLimits;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.run.TargetConfig;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.NoAttachments;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.time.Sleeper;
import dev.ferry.handlers.dynamodb.Backoff;
import dev.ferry.handlers.dynamodb.Consumption;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.dynamodb.ItemTable;
import dev.ferry.intercom.target.IntercomTarget;
import dev.ferry.intercom.target.IntercomTargets;
import dev.ferry.local.dynamodb.DynamoDbEngine;
import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.dynamodb.Tables;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.intercom.calls.CallUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How much of Intercom's limit several workers use together, over real HTTP and in real time against the simulated
/// workspace, with the budget in DynamoDB Local. Each worker is a target of its own with its own client and leases,
/// as functions on AWS are; all run in one JVM.
///
/// It prints what the workspace recorded and ends with 1 when less than 95 % of the limit was used in the whole
/// windows, a window held more calls than the limit, or a call was refused.
///
/// ```
/// ./mvnw -q -Dquick -pl local -am test-compile
/// java -cp CLASSPATH dev.ferry.local.intercom.IntercomRateBenchmark SECONDS WORKERS CALLS_A_MINUTE THREADS
/// ```
public final class IntercomRateBenchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final long WINDOW_SECONDS = 10;
    private static final double LEAST_USE = 0.95;
    private static final ObjectName CONTACT = new ObjectName("Contact");

    private final IntercomSimulator workspace;
    private final DynamoDbBudgetStore budgets;
    private final int perMinute;
    private final int threads;

    private IntercomRateBenchmark(
            IntercomSimulator workspace, DynamoDbBudgetStore budgets, int perMinute, int threads) {
        this.workspace = workspace;
        this.budgets = budgets;
        this.perMinute = perMinute;
        this.threads = threads;
    }

    /// Starts the measurement.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        int perMinute = Integer.parseInt(arguments[2]);
        Path directory = Files.createTempDirectory("intercom-rate");
        var settings = IntercomSimulatorSettings.in(directory.resolve("workspace"), Clock.systemUTC())
                .withKnobs(Map.of("perMinute", Integer.toString(perMinute)));
        try (var engine = DynamoDbEngine.start(directory.resolve("db"), new LoopbackPort("DynamoDB", 0, "port"));
                var workspace = IntercomSimulator.start(settings);
                var client = client(engine)) {
            new Tables(client).create(List.of(new TableDescription("control", "pk", "sk", Optional.empty())));
            var table = new ItemTable(client, "control", Backoff.standard(), new Consumption());
            boolean good = new IntercomRateBenchmark(
                            workspace, new DynamoDbBudgetStore(table), perMinute, Integer.parseInt(arguments[3]))
                    .run(time, Integer.parseInt(arguments[1]));
            System.exit(good ? 0 : 1);
        }
    }

    private boolean run(Duration time, int workers) throws InterruptedException {
        List<ExecutorService> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(worker());
        }
        Thread.sleep(WARM_UP);
        long start = Instant.now().getEpochSecond();
        Thread.sleep(time);
        long end = Instant.now().getEpochSecond();
        CallUsage usage = workspace.usage();
        running.forEach(ExecutorService::shutdownNow);
        return report(usage, start, end);
    }

    private boolean report(CallUsage usage, long start, long end) {
        Map<Long, Long> whole = new TreeMap<>(usage.windows());
        whole.keySet().removeIf(window -> window < start || window + WINDOW_SECONDS > end);
        long limit = Math.round(perMinute / 6.0);
        long calls = whole.values().stream().mapToLong(count -> count).sum();
        long windows = Math.max(1, (end - start) / WINDOW_SECONDS - 1);
        double used = (double) calls / (Math.max(windows, whole.size()) * limit);
        System.out.printf(
                "%d whole windows, %d calls, %.1f %% of %d a window; busiest window %d, refused %d, all calls %d%n",
                whole.size(), calls, 100 * used, limit, usage.busiestWindow(), usage.refused(), usage.calls());
        return used >= LEAST_USE && usage.busiestWindow() <= limit && usage.refused() == 0;
    }

    private ExecutorService worker() {
        Clock clock = Clock.systemUTC();
        TargetConfig config = new TargetConfig(
                "intercom",
                "ferry/intercom",
                workspace.endpoint(),
                "",
                Duration.ofSeconds(1),
                new ChunkLimits(10_000, 1 << 26, 3),
                Map.of("requestsPerMinute", Integer.toString(perMinute + 6), "limitSharePercent", "100"));
        IntercomTarget target = IntercomTargets.create(
                new IntercomTargets.Secret("{\"accessToken\":\"ferry-token\"}", "v1"),
                config,
                new IntercomTarget.RunPorts("m1", "r1", new InMemoryLedger(), new NoAttachments()),
                new IntercomTargets.Machine(budgets, clock, Sleeper.system()));
        TargetReader reader = target.reader(target.describe(List.of(CONTACT)), List.of());
        ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
        for (int thread = 0; thread < threads; thread++) {
            all.execute(() -> search(reader));
        }
        return all;
    }

    /// A call each: a search for a contact by its id.
    private static void search(TargetReader reader) {
        Map<CanonicalId, String> anybody = Map.of(new CanonicalId("asapp:acme:cust:1"), "64f0c0ffee64f0c0ffee64f0");
        while (!Thread.currentThread().isInterrupted()) {
            try {
                reader.standing(CONTACT, anybody);
            } catch (FerryException interrupted) {
                return;
            }
        }
    }

    private static DynamoDbClient client(DynamoDbEngine engine) {
        return DynamoDbClient.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
