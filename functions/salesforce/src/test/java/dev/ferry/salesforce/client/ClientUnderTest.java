package dev.ferry.salesforce.client;

import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.auth.SessionStore;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// A client of a recorded server whose clock stands still, whose waits take no time and are remembered, and
/// whose chance always picks the longest wait.
public final class ClientUnderTest implements AutoCloseable {
    /// The moment at which the clock stands.
    public static final Instant NOW = Instant.parse("2026-03-02T21:33:43Z");

    /// The credentials of [#of(RecordedServer)].
    public static final Credentials.ClientCredentials CREDENTIALS =
            new Credentials.ClientCredentials("consumer-key", "consumer-secret");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final SalesforceClient client;

    private ClientUnderTest(SalesforceConfig config) {
        client = new HttpSalesforceClient(
                config,
                new HttpSalesforceClient.Surroundings(
                        http, Clock.fixed(NOW, ZoneOffset.UTC), longestWait(), waits::add, SessionStore.none()));
    }

    /// With the standard settings.
    public static ClientUnderTest of(RecordedServer server) {
        return of(SalesforceConfig.of(server.uri(), CREDENTIALS));
    }

    /// With other settings.
    public static ClientUnderTest of(SalesforceConfig config) {
        return new ClientUnderTest(config);
    }

    /// The client.
    public SalesforceClient client() {
        return client;
    }

    /// The waits so far.
    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static RandomGenerator longestWait() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
    }
}
