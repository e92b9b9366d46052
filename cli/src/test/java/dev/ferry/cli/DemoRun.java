package dev.ferry.cli;

import dev.ferry.cli.cloud.AwsCloudSession;
import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.embedded.SampleExports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/// Runs commands in this process, with the real embedded cloud and the simulated org, and keeps what the org was
/// asked.
///
/// *Threading*: for one thread, one run at a time in a process.
public final class DemoRun {
    private final Path work;
    private final Path home;
    private Runnable afterStart = () -> {};
    private Consumer<CloudSession> beforeEnd = _ -> {};
    private final StringWriter output = new StringWriter();
    private final List<String> requests = new ArrayList<>();

    /// @param work the work directory; a run goes on with what an earlier one left there
    public DemoRun(Path work) {
        this(work, Path.of(System.getProperty("ferry.root", "..")));
    }

    /// @param home the installation, which holds `mappings/` and `statemachines/`
    public DemoRun(Path work, Path home) {
        this.work = work;
        this.home = home;
    }

    /// Does something between the start of the cloud and that of the run.
    public DemoRun afterStart(Runnable action) {
        afterStart = action;
        return this;
    }

    /// Does something with the cloud before it ends.
    public DemoRun beforeEnd(Consumer<CloudSession> action) {
        beforeEnd = action;
        return this;
    }

    /// Runs `ferry demo` to its end; its exit code.
    public int run(String... options) {
        return command("demo", options);
    }

    /// Runs a command to its end; its exit code.
    public int command(String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(name, "--work", work.toString()));
        arguments.addAll(List.of(options));
        return new FerryCommand(surroundings()).commandLine().execute(arguments.toArray(String[]::new));
    }

    /// The lines that begin as errors do.
    public List<String> errors() {
        return output().lines().filter(line -> line.startsWith("ferry: ")).toList();
    }

    /// What the command printed, errors included.
    public String output() {
        return output.toString();
    }

    /// What the simulated target was asked, in order.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private Surroundings surroundings() {
        Clock clock = Clock.systemUTC();
        PrintWriter out = new PrintWriter(output, true);
        return new Surroundings(
                out,
                out,
                Ansi.OFF,
                false,
                clock,
                Thread::sleep,
                (directory, setup) ->
                        watched(EmbeddedLocalCloud.start(directory, setup, new Installation(home, clock))),
                SampleExports::write,
                cloud -> AwsCloudSession.open(cloud, clock),
                home);
    }

    private Watched watched(EmbeddedLocalCloud cloud) {
        afterStart.run();
        return new Watched(cloud);
    }

    /// The embedded cloud, whose target's requests are kept when it closes.
    private final class Watched implements LocalCloud {
        private final EmbeddedLocalCloud cloud;

        Watched(EmbeddedLocalCloud cloud) {
            this.cloud = cloud;
        }

        @Override
        public CloudDescription description() {
            return cloud.description();
        }

        @Override
        public Target target() {
            return cloud.target();
        }

        @Override
        public Optional<Source> source() {
            return cloud.source();
        }

        @Override
        public List<Path> dumpTarget(Path directory) {
            return cloud.dumpTarget(directory);
        }

        @Override
        public void close() {
            try (CloudSession session = AwsCloudSession.open(cloud.description(), Clock.systemUTC())) {
                beforeEnd.accept(session);
            }
            requests.addAll(cloud.targetRequests());
            cloud.close();
        }
    }
}
