package dev.ferry.cli.embedded;

import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.cloud.LocalCloud.Source;
import dev.ferry.cli.cloud.LocalCloud.SourceSetup;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.local.asapp.AsappSimulator;
import dev.ferry.local.asapp.AsappSimulatorSettings;
import dev.ferry.local.asapp.tenant.ApiKey;
import dev.ferry.local.asapp.tenant.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The simulated ASAPP tenant of an export: its ports and state are kept in the work directory.
///
/// *Threading*: for one thread.
final class SimulatedSource implements AutoCloseable {
    private static final String SECRET = "ferry/asapp";
    private static final int API_PORT = 7;
    private static final int DOWNLOAD_PORT = 8;
    private static final ApiKey KEY = Credentials.demonstration().keys().getFirst();

    private final AsappSimulator simulator;

    private SimulatedSource(AsappSimulator simulator) {
        this.simulator = simulator;
    }

    static SimulatedSource start(WorkDirectory work, Setup setup, SourceSetup source, Clock clock) {
        KeptPort api = new KeptPort(work.root().resolve("asapp.port"));
        KeptPort downloads = new KeptPort(work.root().resolve("asapp-downloads.port"));
        int base = setup.portBase();
        AsappSimulatorSettings settings = AsappSimulatorSettings.of(
                        source.company(), setup.export(), work.root().resolve("asapp"), clock)
                .withPorts(
                        api.choose(base == 0 ? 0 : base + API_PORT),
                        downloads.choose(base == 0 ? 0 : base + DOWNLOAD_PORT));
        AsappSimulator simulator = started(settings, source.knobs());
        api.keep(simulator.endpoint().getPort());
        downloads.keep(simulator.downloads().getPort());
        return new SimulatedSource(simulator);
    }

    /// The bucket of the batch feeds.
    Map<String, Path> view() {
        return Map.of(simulator.batchBucket(), simulator.batchDirectory());
    }

    void storeSecret(SecretsManagerClient secrets) {
        new SimulatorSecret(SECRET, "{\"apiId\":\"%s\",\"apiSecret\":\"%s\"}".formatted(KEY.id(), KEY.secret()))
                .store(secrets);
    }

    Source description() {
        return new Source(
                simulator.endpoint().toString(),
                simulator.batchBucket(),
                SECRET,
                "curl -X POST %s/fileexporter/v1/static/listfeeds -H 'asapp-api-id: %s' -H 'asapp-api-secret: %s'"
                        .formatted(simulator.endpoint(), KEY.id(), KEY.secret()));
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static AsappSimulator started(AsappSimulatorSettings settings, Map<String, String> knobs) {
        try {
            return AsappSimulator.start(settings.withKnobs(knobs));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(
                    "no such setting of the simulated ASAPP",
                    String.valueOf(e.getMessage()),
                    "see docs/reference/simulated-asapp.md",
                    e);
        }
    }
}
