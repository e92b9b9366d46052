package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.NodeProject;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator, with all its lags, against Intercom's own client for Node, which knows nothing of it.
class IntercomClientIT {

    @TempDir
    Path directory;

    @Test
    void servesASessionOfIntercomsOwnClient() throws Exception {
        NodeProject client = NodeProject.prepared("intercom", "intercom-client");
        OfficialDescription description = new OfficialDescription();
        try (IntercomSimulator simulator = IntercomSimulator.start(
                IntercomSimulatorSettings.in(directory, Clock.systemUTC()).withObserver(description))) {
            NodeProject.Outcome outcome =
                    client.run("node", "conformance.mjs", simulator.endpoint().toString());
            assertThat(outcome.output()).contains("{\"contacts\":7,\"companies\":1,\"conversations\":1}");
            assertThat(outcome.exit()).isZero();
            assertThat(simulator.notifications()).isEmpty();
        }
        assertThat(description.problems()).isEmpty();
    }
}
