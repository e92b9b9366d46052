package dev.ferry.cli.killed;

import dev.ferry.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `ferry demo` on one work directory, each time in a process of its own.
///
/// @param jvm options of the JVM, its class path among them
record DemoProcess(Path home, Path work, int conversations, List<String> jvm) {
    /// Far beyond what a run takes: a run that hangs fails the test.
    private static final long PATIENCE_SECONDS = 600;

    private static final long LOOK_MILLIS = 5;

    /// Runs to the end.
    ///
    /// @return the exit code
    int toItsEnd() {
        return run(new KillPoint.Never()).orElseThrow();
    }

    /// Starts, and kills the process at the given point unless it ends before.
    ///
    /// @return the exit code; nothing when it was killed
    OptionalInt run(KillPoint point) {
        long before = progress();
        Process process = start();
        try {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            long started = System.nanoTime();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                if (point.reached(() -> progress() - before, millis)) {
                    process.destroyForcibly().waitFor();
                    return OptionalInt.empty();
                }
                if (System.nanoTime() > patience) {
                    throw new AssertionError("the run hangs, see " + output());
                }
            }
            return OptionalInt.of(process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /// What the processes said, one after the other.
    Path output() {
        return work.resolveSibling(work.getFileName() + ".out");
    }

    private Process start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dferry.home=" + home));
        command.addAll(jvm);
        command.addAll(List.of(
                Main.class.getName(),
                "demo",
                "--conversations",
                Integer.toString(conversations),
                "--work",
                work.toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Bytes in the journals of the state machines and of the org: every step of a run adds to them.
    private long progress() {
        return Stream.of(work.resolve("cloud").resolve("stepfunctions"), work.resolve("org"))
                .mapToLong(DemoProcess::bytes)
                .sum();
    }

    private static long bytes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DemoProcess::size)
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            // A draft was moved into its place during the walk.
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
