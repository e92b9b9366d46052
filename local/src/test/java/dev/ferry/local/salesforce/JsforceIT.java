package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.NodeProject;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulator against jsforce, a client that knows nothing of it.
class JsforceIT {

    @TempDir
    Path directory;

    @Test
    void servesALoginDescribeBulkAndQuerySessionOfJsforce() throws Exception {
        NodeProject jsforce = NodeProject.prepared("", "jsforce");
        try (SalesforceSimulator simulator =
                SalesforceSimulator.start(SalesforceSimulatorSettings.in(directory, Clock.systemUTC()))) {
            NodeProject.Outcome outcome =
                    jsforce.run("node", "conformance.mjs", simulator.endpoint().toString());
            assertThat(outcome.output()).contains("{\"inserted\":2500,\"queried\":2501,\"bulkQueried\":2501}");
            assertThat(outcome.exit()).isZero();
        }
    }
}
