package dev.ferry.asapp.client;

import dev.ferry.http.Timeouts;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A client against a scripted server; waits take no time and are kept.
final class ClientUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordedServer server = RecordedServer.start();
    private final RecordedBudget budget = new RecordedBudget();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AsappClient client;

    ClientUnderTest(GeneratingCall... generating) {
        AsappConfig config = AsappConfig.of(server.uri(), new ApiKey("id-1", "secret-1", "v1"))
                .withTimeouts(new Timeouts(PATIENCE, PATIENCE, PATIENCE), PATIENCE)
                .withGenerating(Set.of(generating));
        client = new HttpAsappClient(config, new HttpAsappClient.Surroundings(http, budget, waits::add));
    }

    AsappClient client() {
        return client;
    }

    RecordedServer server() {
        return server;
    }

    RecordedBudget budget() {
        return budget;
    }

    List<Long> waitsInMillis() {
        return waits.stream().map(Duration::toMillis).toList();
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
