package dev.ferry.local.asapp;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a tenant of its own, whose time stands still, and a client.
@NullUnmarked
abstract class RunningTenant {
    @TempDir
    Path directory;

    AsappSimulator simulator;
    AsappClient client;

    /// Starts the tenant, or starts it again on the same state, at 2026-03-05T12:00Z.
    void start(Map<String, String> knobs) {
        stop();
        Map<String, String> all = new TreeMap<>(Map.of("clock", "2026-03-05T12:00:00Z", "clockSpeed", "0"));
        all.putAll(knobs);
        simulator = AsappSimulator.start(
                AsappSimulatorSettings.of("acme", export(), directory.resolve("state"), Clock.systemUTC())
                        .withKnobs(all));
        client = new AsappClient(simulator.endpoint());
    }

    void start() {
        start(Map.of());
    }

    Path export() {
        return directory.resolve("export");
    }

    void knobs(String json) {
        var answer = client.send("PATCH", "/sim/v1/knobs", json);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    void time(String json) {
        var answer = client.send("PUT", "/sim/v1/clock", json);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            client.close();
            simulator.close();
        }
    }
}
