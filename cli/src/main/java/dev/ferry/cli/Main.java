package dev.ferry.cli;

import dev.ferry.cli.cloud.AwsCloudSession;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.handlers.environment.Environment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Help.Ansi;

/// The entry point: wires the command line to the terminal, the clock and the clouds.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(new FerryCommand(surroundings()).commandLine().execute(arguments));
    }

    private static Surroundings surroundings() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        boolean colours = terminal && Environment.find("NO_COLOR").isEmpty();
        Clock clock = Clock.systemUTC();
        Path home = Path.of(System.getProperty("ferry.home", ""));
        Installation installation = new Installation(home, clock);
        return new Surroundings(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                colours ? Ansi.ON : Ansi.OFF,
                terminal,
                clock,
                Thread::sleep,
                (work, setup) -> EmbeddedLocalCloud.start(work, setup, installation),
                SampleExports::write,
                cloud -> AwsCloudSession.open(cloud, clock),
                home);
    }

    // The embedded cloud takes standard output over for its functions; what commands say goes to the terminal itself.
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
