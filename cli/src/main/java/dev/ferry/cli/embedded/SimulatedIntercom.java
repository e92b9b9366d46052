package dev.ferry.cli.embedded;

import dev.ferry.cli.UsageProblem;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.cloud.LocalCloud.Setup;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.local.intercom.IntercomSimulator;
import dev.ferry.local.intercom.IntercomSimulatorSettings;
import dev.ferry.local.intercom.workspace.App;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// A simulated Intercom workspace. Its throttle on replies, of which no page of Intercom tells, is off, so that a
/// demo takes no longer than the documented limit asks for; `--intercom repliesPerConversation=10` switches it on.
final class SimulatedIntercom implements SimulatedTarget {
    static final String KIND = "intercom";
    private static final int PORT = 12;
    private static final Map<String, String> OPTIONS = Map.of(
            "requestsPerMinute", "10000",
            "limitSharePercent", "100",
            "replyPauseMillis", "0",
            "confirmedOff", "workflows, fin, outbound");

    private final IntercomSimulator workspace;

    private SimulatedIntercom(IntercomSimulator workspace) {
        this.workspace = workspace;
    }

    static SimulatedIntercom start(WorkDirectory work, Setup setup, Clock clock) {
        KeptPort port = new KeptPort(work.root().resolve("intercom.port"));
        IntercomSimulatorSettings settings = IntercomSimulatorSettings.in(
                        work.root().resolve("intercom"), clock)
                .withPort(port.choose(setup.portBase() == 0 ? 0 : setup.portBase() + PORT))
                .withAdmins(SimulatedUsers.intercom(
                        setup.export().resolve("crosswalk").resolve("agents.csv")))
                .withKnobs(Map.of("repliesPerConversation", "0"));
        IntercomSimulator workspace = IntercomSimulator.start(turned(settings, setup.targetKnobs()));
        port.keep(workspace.endpoint().getPort());
        return new SimulatedIntercom(workspace);
    }

    private static IntercomSimulatorSettings turned(IntercomSimulatorSettings settings, Map<String, String> knobs) {
        try {
            return settings.withKnobs(knobs);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(
                    "no such setting of the simulated Intercom",
                    String.valueOf(e.getMessage()),
                    "see docs/reference/simulated-intercom.md",
                    e);
        }
    }

    @Override
    public LocalCloud.Target description() {
        return new LocalCloud.Target(
                KIND, "Intercom workspace", workspace.endpoint().toString(), secret().name(), OPTIONS);
    }

    @Override
    public SimulatorSecret secret() {
        return new SimulatorSecret(
                "ferry/" + KIND,
                "{\"accessToken\":\"%s\"}".formatted(App.demonstration().token()));
    }

    /// Everything that the workspace holds, whatever the mapping names.
    @Override
    public List<Path> dump(Path directory, List<String> objects) {
        return new TargetDump(workspace::dump).write(directory, workspace.objects());
    }

    @Override
    public List<String> requests() {
        return workspace.calls().stream().map(call -> call.route()).toList();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
