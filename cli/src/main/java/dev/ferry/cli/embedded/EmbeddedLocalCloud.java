package dev.ferry.cli.embedded;

import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.local.cloud.CloudPorts;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.PortTakenException;
import dev.ferry.local.endpoint.Shutdown;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The embedded cloud with everything deployed, a simulated target and, when asked for, a simulated ASAPP tenant
/// beside it.
///
/// *Threading*: for one thread.
public final class EmbeddedLocalCloud implements LocalCloud {
    private static final String SOURCE_BUCKET = "export";
    private static final String PORT_OPTION = "--port-base";
    private static final int FIREHOSE_PORT = 10;
    private static final int HTTP_API_PORT = 11;

    private final Shutdown shutdown = new Shutdown();
    private final EmbeddedCloud cloud;
    private final SimulatedTarget target;
    private final @Nullable SimulatedSource source;
    private final Path mapping;

    private EmbeddedLocalCloud(WorkDirectory work, Setup setup, Installation installation) {
        try {
            // First, since executions that go on with the cloud call them at once.
            this.target = shutdown.add(start(work, setup, installation.clock()));
            this.mapping = installation
                    .home()
                    .resolve("mappings")
                    .resolve(target.description().mapping());
            SourceSetup tenant = setup.source();
            this.source = tenant == null
                    ? null
                    : shutdown.add(SimulatedSource.start(work, setup, tenant, installation.clock()));
            this.cloud = shutdown.add(EmbeddedCloud.start(settings(work, setup, installation, source)));
            storeSecrets();
        } catch (RuntimeException e) {
            shutdown.afterFailure(e);
            throw e;
        }
    }

    /// Where Ferry is installed, and the time.
    ///
    /// @param home the directory that holds `statemachines/` and `mappings/`
    public record Installation(Path home, Clock clock) {}

    /// Starts all of it; what an earlier start left in the work directory goes on.
    ///
    /// *Errors*: one line for a port that is taken. Nothing keeps running after an error.
    public static EmbeddedLocalCloud start(WorkDirectory work, Setup setup, Installation installation) {
        try {
            return new EmbeddedLocalCloud(work, setup, installation);
        } catch (PortTakenException e) {
            throw taken(e.port().number(), e.port().service(), e);
        }
    }

    private static SimulatedTarget start(WorkDirectory work, Setup setup, Clock clock) {
        return switch (setup.target()) {
            case SimulatedIntercom.KIND -> SimulatedIntercom.start(work, setup, clock);
            case SimulatedSalesforce.KIND -> SimulatedSalesforce.start(work, setup, clock);
            default ->
                throw new UsageProblem(
                        "no such target", setup.target(), "the targets are " + String.join(", ", TARGETS));
        };
    }

    private static UsageProblem taken(int port, String service, Throwable cause) {
        return new UsageProblem(
                "port in use",
                "%d for %s".formatted(port, service),
                "stop what listens there or choose other ports with " + PORT_OPTION,
                cause);
    }

    private void storeSecrets() {
        try (SecretsManagerClient secrets = new AwsClients().secretsManager()) {
            target.secret().store(secrets);
            if (source != null) {
                source.storeSecret(secrets);
            }
        }
    }

    @Override
    public CloudDescription description() {
        Map<String, String> endpoints = cloud.endpoints().endpoints().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, endpoint -> endpoint.getValue().toString()));
        return new CloudDescription(
                LocalAccount.REGION,
                LocalAccount.ACCOUNT_ID,
                endpoints,
                "work",
                SOURCE_BUCKET,
                Map.of("staging", "staging", "ledger", "ledger", "control", "control"),
                "");
    }

    @Override
    public Target target() {
        return target.description();
    }

    @Override
    public Optional<Source> source() {
        return Optional.ofNullable(source).map(SimulatedSource::description);
    }

    /// What the simulated target was asked since its start, in order.
    public List<String> targetRequests() {
        return target.requests();
    }

    @Override
    public List<Path> dumpTarget(Path directory) {
        return target.dump(directory, MappedObjects.of(mapping));
    }

    @Override
    public void close() {
        shutdown.close();
    }

    private static EmbeddedCloudSettings settings(
            WorkDirectory work, Setup setup, Installation installation, @Nullable SimulatedSource source) {
        Map<String, Path> views = new HashMap<>(source == null ? Map.of() : source.view());
        views.put(SOURCE_BUCKET, setup.export());
        EmbeddedCloudSettings settings =
                EmbeddedCloudSettings.of(work.cloudData(), installation.clock()).withViews(views);
        return new DeploymentFiles(installation.home().resolve("statemachines"))
                .deploy(setup.portBase() == 0 ? settings : settings.withPorts(ports(setup.portBase())));
    }

    private static CloudPorts ports(int base) {
        return new CloudPorts(
                new LoopbackPort("DynamoDB", base, PORT_OPTION),
                new LoopbackPort("SQS", base + 1, PORT_OPTION),
                new LoopbackPort("S3", base + 2, PORT_OPTION),
                new LoopbackPort("Secrets Manager", base + 3, PORT_OPTION),
                new LoopbackPort("Lambda", base + 4, PORT_OPTION),
                new LoopbackPort("Step Functions", base + 5, PORT_OPTION),
                new LoopbackPort("Firehose", base + FIREHOSE_PORT, PORT_OPTION),
                new LoopbackPort("HTTP API", base + HTTP_API_PORT, PORT_OPTION));
    }
}
