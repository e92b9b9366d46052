package dev.ferry.cli.embedded;

import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.local.salesforce.org.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A simulated Salesforce org.
final class SimulatedSalesforce implements SimulatedTarget {
    static final String KIND = "salesforce";
    private static final int PORT = 9;

    private final SalesforceSimulator org;
    private final Credentials credentials;

    private SimulatedSalesforce(SalesforceSimulator org, Credentials credentials) {
        this.org = org;
        this.credentials = credentials;
    }

    static SimulatedSalesforce start(WorkDirectory work, Setup setup, Clock clock) {
        KeptPort port = new KeptPort(work.root().resolve("org.port"));
        SalesforceSimulatorSettings settings = SalesforceSimulatorSettings.in(
                        work.root().resolve("org"), clock)
                .withPort(port.choose(setup.portBase() == 0 ? 0 : setup.portBase() + PORT))
                .withUsers(SimulatedUsers.salesforce(
                        setup.export().resolve("crosswalk").resolve("agents.csv")));
        SalesforceSimulator org = SalesforceSimulator.start(settings);
        port.keep(org.endpoint().getPort());
        return new SimulatedSalesforce(org, settings.credentials());
    }

    @Override
    public LocalCloud.Target description() {
        return new LocalCloud.Target(KIND, "Salesforce org", org.endpoint().toString(), secret().name(), Map.of());
    }

    @Override
    public SimulatorSecret secret() {
        return SimulatorSecret.salesforce("ferry/" + KIND, credentials);
    }

    @Override
    public List<Path> dump(Path directory, List<String> objects) {
        return new TargetDump(org::dump).write(directory, objects);
    }

    @Override
    public List<String> requests() {
        return org.requests().stream()
                .map(entry -> entry.method() + " " + entry.path())
                .toList();
    }

    @Override
    public void close() {
        org.close();
    }
}
