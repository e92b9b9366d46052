package dev.ferry.local.asapp;

import dev.ferry.asapp.client.ApiKey;
import dev.ferry.asapp.client.AsappClient;
import dev.ferry.asapp.client.AsappConfig;
import dev.ferry.asapp.client.GeneratingCall;
import dev.ferry.asapp.client.HttpAsappClient;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.InMemoryBudgetStore;
import dev.ferry.core.budget.Pacer;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Timeouts;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// The product's client on a simulated tenant, under the product's budget. Its waits take no time: they advance its
/// own clock, which begins at 2026-03-05T12:00Z.
final class MeteredProduct implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-05T12:00:00Z"));
    private final InstantSource time = now::get;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final SharedBudget budget = new SharedBudget(
            new InMemoryBudgetStore(), AsappBudget.name("acme"), BudgetSettings.standard(100_000), clock);
    private final URI endpoint;

    MeteredProduct(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// A client as a worker opens it.
    ///
    /// @param version of the secret that the key was read from
    AsappClient client(String version, GeneratingCall... generating) {
        return client(config(version).withGenerating(Set.of(generating)), version);
    }

    AsappClient client() {
        return client("v1");
    }

    /// A client that waits so long for an answer, and longer for one of the configuration API.
    AsappClient impatient(Duration answer, Duration ofConfiguration) {
        return client(config("v1").withTimeouts(new Timeouts(answer, answer, answer), ofConfiguration), "v1");
    }

    /// How long the client has waited before it tried again.
    List<Duration> waits() {
        return waits;
    }

    Clock clock() {
        return clock;
    }

    private void pass(Duration wait) {
        now.updateAndGet(before -> wait.isNegative() ? before : before.plus(wait));
    }

    private AsappConfig config(String version) {
        return AsappConfig.of(endpoint, new ApiKey("ferry-api-id", "ferry-api-secret", version));
    }

    private AsappClient client(AsappConfig config, String version) {
        Sleeper kept = wait -> {
            waits.add(wait);
            pass(wait);
        };
        return new HttpAsappClient(
                config, new HttpAsappClient.Surroundings(http, new Pacer(budget, version, clock, this::pass), kept));
    }

    @Override
    public void close() {
        http.close();
    }
}
