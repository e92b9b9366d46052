package dev.ferry.cli;

import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.console.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import picocli.CommandLine.Help.Ansi;

/// What commands get from outside: the terminal, time, and ways to reach clouds. Made once by the entry point.
///
/// @param terminal whether a person watches standard output and can type
/// @param pause how time passes between two looks at a run
/// @param home the directory of the installation, which holds `mappings/`
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Ansi ansi,
        boolean terminal,
        InstantSource clock,
        Pause pause,
        LocalCloud.Starter clouds,
        SampleWriter samples,
        CloudSession.Opener sessions,
        Path home) {

    /// The console.
    public Console console() {
        return new Console(out, ansi, terminal, clock);
    }

    /// Makes sample exports.
    @FunctionalInterface
    public interface SampleWriter {

        /// Writes an export of so many conversations into a directory that does not exist.
        void write(Path directory, int conversations);
    }

    /// How time passes.
    @FunctionalInterface
    public interface Pause {

        /// Waits.
        void await(Duration duration) throws InterruptedException;
    }
}
