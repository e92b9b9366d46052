package dev.ferry.local.salesforce;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a simulator of its own and a client that is signed in; both are there once `start` has been called.
@NullUnmarked
abstract class RunningSimulator {
    @TempDir
    Path directory;

    SalesforceSimulator simulator;
    SimulatorClient client;

    /// Starts the simulator, or starts it again on the same directory.
    void start(UnaryOperator<SalesforceSimulatorSettings> changes) {
        stop();
        simulator =
                SalesforceSimulator.start(changes.apply(SalesforceSimulatorSettings.in(directory, Clock.systemUTC())));
        client = new SimulatorClient(simulator.endpoint()).login();
    }

    void start() {
        start(UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            client.close();
            simulator.close();
        }
    }

    static String job(String object, String operation) {
        return "{\"object\":\"" + object + "\",\"operation\":\"" + operation + "\",\"lineEnding\":\"LF\"}";
    }
}
