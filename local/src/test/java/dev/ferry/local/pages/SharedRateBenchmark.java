package dev.ferry.local.pages;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappConfig;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.HttpAsappClient;
import dev.ferry.core.budget.BudgetName;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.budget.DailyCap;
import dev.ferry.core.budget.Pace;
import dev.ferry.core.budget.Pace.LeaseSize;
import dev.ferry.core.budget.Pacer;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.time.Sleeper;
import dev.ferry.handlers.dynamodb.Backoff;
import dev.ferry.handlers.dynamodb.Consumption;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.dynamodb.ItemTable;
import dev.ferry.local.asapp.AsappSimulator;
import dev.ferry.local.asapp.AsappSimulatorSettings;
import dev.ferry.local.asapp.calls.CallUsage;
import dev.ferry.local.dynamodb.DynamoDbEngine;
import dev.ferry.local.dynamodb.TableDescription;
import dev.ferry.local.dynamodb.Tables;
import dev.ferry.local.endpoint.LoopbackPort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How much of the rate many workers use together, over real HTTP against the simulated tenant, with the budget in
/// DynamoDB Local, while workers are killed at random. All of it runs in one JVM; a killed worker loses its leases.
///
/// It prints what the tenant counted and ends with 1 when less than 95 % of the target was used, a second held more
/// requests than the limit, or the tenant refused one after the warm-up.
///
/// ```
/// ./mvnw -q -Dquick -pl local -am test-compile
/// java -cp CLASSPATH dev.ferry.local.pages.SharedRateBenchmark SECONDS WORKERS KILLS_PER_MINUTE LATENESS_MILLIS \
///     SMOOTHED_OR_FIXED_WINDOW
/// ```
public final class SharedRateBenchmark {
    private static final int THREADS = 48;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final double LEAST_USE = 0.95;
    private static final BudgetName NAME = new BudgetName("asapp:acme");
    private static final ApiKey KEY = new ApiKey("ferry-api-id", "ferry-api-secret", "v1");

    private final AsappSimulator tenant;
    private final BudgetStore store;
    private final BudgetSettings settings;
    private final Random random = new Random(1);

    private SharedRateBenchmark(AsappSimulator tenant, BudgetStore store, BudgetSettings settings) {
        this.tenant = tenant;
        this.store = store;
        this.settings = settings;
    }

    /// Starts the measurement.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        Path directory = Files.createTempDirectory("shared-rate");
        var knobs = AsappSimulatorSettings.of("acme", directory, directory.resolve("tenant"), Clock.systemUTC())
                .withKnobs(Map.of("dailyLimit", "10000000", "spikeArrest", arguments[4]));
        try (var engine = DynamoDbEngine.start(directory.resolve("db"), new LoopbackPort("DynamoDB", 0, "port"));
                var tenant = AsappSimulator.start(knobs);
                var client = client(engine)) {
            new Tables(client).create(List.of(new TableDescription("control", "pk", "sk", Optional.empty())));
            var table = new ItemTable(client, "control", Backoff.standard(), new Consumption());
            boolean good = new SharedRateBenchmark(
                            tenant, new DynamoDbBudgetStore(table), settings(Long.parseLong(arguments[3])))
                    .run(time, Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2]));
            System.exit(good ? 0 : 1);
        }
    }

    // A machine that others keep busy wakes threads up late: more lateness needs longer leases and longer pushes.
    private static BudgetSettings settings(long latenessMillis) {
        Pace standard = Pace.standard();
        if (latenessMillis <= standard.maxLateness().toMillis()) {
            return BudgetSettings.standard(10_000_000);
        }
        int slots = (int) Math.max(standard.lease().slots(), latenessMillis);
        Pace pace = new Pace(
                standard.limit(),
                standard.target(),
                standard.maxSkew(),
                Duration.ofMillis(latenessMillis),
                new LeaseSize(slots, Duration.ofSeconds(4)));
        return new BudgetSettings(
                pace,
                DailyCap.of(10_000_000),
                List.of(Duration.ofSeconds(8), Duration.ofSeconds(16), Duration.ofSeconds(32)));
    }

    private boolean run(Duration time, int workers, double killsPerMinute) throws InterruptedException {
        List<Worker> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(new Worker());
        }
        Thread.sleep(WARM_UP);
        CallUsage before = tenant.usage();
        Instant start = Instant.now();
        int kills = 0;
        while (Duration.between(start, Instant.now()).compareTo(time) < 0) {
            Thread.sleep(Duration.ofMillis(100));
            if (random.nextDouble() < killsPerMinute / 600) {
                running.remove(random.nextInt(running.size())).kill();
                running.add(new Worker());
                kills++;
            }
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1_000.0;
        CallUsage usage = tenant.usage();
        BudgetState state = store.find(NAME).orElseThrow();
        running.forEach(Worker::kill);
        System.out.printf("%.0f s after a warm-up of %d s, %d kills%n", seconds, WARM_UP.toSeconds(), kills);
        return report(usage, before, state, seconds);
    }

    private boolean report(CallUsage usage, CallUsage before, BudgetState state, double seconds) {
        long admitted = usage.admitted() - before.admitted();
        long refused = usage.requests() - before.requests() - admitted;
        double rate = admitted / seconds;
        double target = settings.pace().target().perSecond();
        System.out.printf("%.1f requests a second, %.1f %% of the target of %.0f%n", rate, 100 * rate / target, target);
        System.out.printf(
                "busiest second %d of %.0f, refused %d; with the warm-up: requests %d, reserved %d, pushes %d, writes %d%n",
                usage.busiestSecond(),
                settings.pace().limit().perSecond(),
                refused,
                usage.requests(),
                state.day().reserved(),
                state.pushback().generation(),
                state.revision());
        return rate >= LEAST_USE * target
                && usage.busiestSecond() <= settings.pace().limit().perSecond()
                && refused == 0;
    }

    /// A worker with its own client, its own leases and many threads.
    private final class Worker {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final HttpAsappClient client;

        Worker() {
            Clock clock = Clock.systemUTC();
            Pacer pacer = new Pacer(new SharedBudget(store, NAME, settings, clock), "v1", clock, Sleeper.system());
            pacer.expect(Integer.MAX_VALUE);
            client = new HttpAsappClient(
                    AsappConfig.of(tenant.endpoint(), KEY),
                    new HttpAsappClient.Surroundings(http, pacer, Sleeper.system()));
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(this::work);
            }
        }

        private void work() {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    client.preflight();
                } catch (AsappException interrupted) {
                    return;
                }
            }
        }

        /// Ends without giving anything back.
        void kill() {
            threads.shutdownNow();
            http.shutdownNow();
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
