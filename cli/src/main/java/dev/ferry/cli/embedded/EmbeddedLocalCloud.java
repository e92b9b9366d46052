package dev.ferry.cli.embedded;

import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.demo.DemoConfig;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.local.cloud.CloudPorts;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.PortTakenException;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.local.salesforce.org.Credentials;
import dev.ferry.local.salesforce.rest.RequestLog;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The embedded cloud with everything deployed, and a simulated Salesforce org beside it.
///
/// *Threading*: for one thread.
public final class EmbeddedLocalCloud implements LocalCloud {
    private static final String SOURCE_BUCKET = "export";
    private static final String PORT_OPTION = "--port-base";
    private static final int ORG_PORT = 9;

    private final EmbeddedCloud cloud;
    private final SalesforceSimulator org;
    private final Path mapping;

    private EmbeddedLocalCloud(EmbeddedCloud cloud, SalesforceSimulator org, Path mapping) {
        this.cloud = cloud;
        this.org = org;
        this.mapping = mapping;
    }

    /// Where Ferry is installed, and the time.
    ///
    /// @param home the directory that holds `statemachines/` and `mappings/`
    public record Installation(Path home, Clock clock) {}

    /// Starts both; what an earlier start left in the work directory goes on.
    ///
    /// *Errors*: one line for a port that is taken.
    public static EmbeddedLocalCloud start(WorkDirectory work, Setup setup, Installation installation) {
        OrgPort port = new OrgPort(work.root().resolve("org.port"));
        SalesforceSimulatorSettings orgSettings = SalesforceSimulatorSettings.in(
                        work.root().resolve("org"), installation.clock())
                .withPort(port.choose(setup.portBase() == 0 ? 0 : setup.portBase() + ORG_PORT))
                .withUsers(SimulatedUsers.of(setup.export().resolve("crosswalk").resolve("agents.csv")));
        try {
            // First, since executions that go on with the cloud call it at once.
            SalesforceSimulator org = SalesforceSimulator.start(orgSettings);
            port.keep(org.endpoint().getPort());
            return new EmbeddedLocalCloud(cloud(work, setup, installation, org), org, mapping(installation))
                    .withSecret(orgSettings.credentials());
        } catch (PortTakenException e) {
            throw taken(e.port().number(), e.port().service(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof BindException ? taken(orgSettings.port(), "the simulated org", e) : e;
        }
    }

    private static UsageProblem taken(int port, String service, Throwable cause) {
        return new UsageProblem(
                "port in use",
                "%d for %s".formatted(port, service),
                "stop what listens there or choose other ports with " + PORT_OPTION,
                cause);
    }

    private static EmbeddedCloud cloud(
            WorkDirectory work, Setup setup, Installation installation, SalesforceSimulator org) {
        try {
            return EmbeddedCloud.start(settings(work, setup, installation));
        } catch (RuntimeException e) {
            org.close();
            throw e;
        }
    }

    private static Path mapping(Installation installation) {
        return installation.home().resolve("mappings").resolve("salesforce.yaml");
    }

    private EmbeddedLocalCloud withSecret(Credentials credentials) {
        try {
            new SimulatorSecret(DemoConfig.SECRET, credentials).store(new AwsClients().secretsManager());
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
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
                Map.of("staging", "staging", "ledger", "ledger", "control", "control"));
    }

    @Override
    public String targetUrl() {
        return org.endpoint().toString();
    }

    /// What the simulated org was asked since its start, in order.
    public List<RequestLog.Entry> targetRequests() {
        return org.requests();
    }

    @Override
    public List<Path> dumpTarget(Path directory) {
        return new TargetDump(org).write(directory, MappedObjects.of(mapping));
    }

    @Override
    public void close() {
        try (org) {
            cloud.close();
        }
    }

    private static EmbeddedCloudSettings settings(WorkDirectory work, Setup setup, Installation installation) {
        EmbeddedCloudSettings settings = EmbeddedCloudSettings.of(work.cloudData(), installation.clock())
                .withViews(Map.of(SOURCE_BUCKET, setup.export()));
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
                new LoopbackPort("Step Functions", base + 5, PORT_OPTION));
    }
}
