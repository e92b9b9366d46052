package dev.ferry.local.intercom;

import dev.ferry.local.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/// A workspace in a JVM of its own, to be killed.
final class WorkspaceProcess {
    private WorkspaceProcess() {}

    /// Runs until it is killed, having said where it listens.
    public static void main(String[] arguments) throws InterruptedException {
        try (IntercomSimulator simulator =
                IntercomSimulator.start(IntercomSimulatorSettings.in(Path.of(arguments[0]), Clock.systemUTC()))) {
            System.out.println(simulator.endpoint());
            new CountDownLatch(1).await();
        }
    }

    /// Starts one.
    static Process start(Path state) throws IOException {
        return ChildJvm.of(WorkspaceProcess.class, 256, state)
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Where it listens, once it does.
    static URI endpoint(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The process ended before it listened");
        }
        return URI.create(line);
    }
}
