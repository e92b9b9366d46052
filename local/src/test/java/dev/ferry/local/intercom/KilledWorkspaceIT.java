package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWorkspaceIT {
    private static final int WRITERS = 4;

    @TempDir
    Path state;

    @Test
    void knowsEverythingThatItAnsweredBeforeItWasKilled() throws IOException, InterruptedException {
        ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
        List<Future<?>> writers = new ArrayList<>();
        Process process = WorkspaceProcess.start(state);
        try (BufferedReader output = process.inputReader();
                IntercomApi api = new IntercomApi(WorkspaceProcess.endpoint(output));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch enough = new CountDownLatch(200);
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(api, writer, answered, enough)));
            }
            boolean reached = enough.await(1, TimeUnit.MINUTES);
            process.destroyForcibly().waitFor();
            assertThat(reached).as("enough was answered").isTrue();
        } finally {
            process.destroyForcibly();
        }
        for (Future<?> writer : writers) {
            assertThat(writer).succeedsWithin(Duration.ofSeconds(10));
        }
        try (IntercomSimulator simulator =
                IntercomSimulator.start(IntercomSimulatorSettings.in(state, Clock.systemUTC()))) {
            List<String> kept = new ArrayList<>();
            simulator
                    .dump("Contact")
                    .forEachRemaining(one -> kept.add(one.path("id").asText()));
            assertThat(kept).containsAll(answered).doesNotHaveDuplicates();
            // Of each writer, one answer may have been lost on its way.
            assertThat(kept).hasSizeLessThanOrEqualTo(answered.size() + WRITERS);
        }
    }

    private static void write(
            IntercomApi api, int writer, ConcurrentLinkedQueue<String> answered, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String body = "{\"role\":\"user\",\"external_id\":\"%d-%d\"}".formatted(writer, i);
                answered.add(api.ok("/contacts", body).id());
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            assertThat(enough.getCount())
                    .as("it was killed, and did not fail before")
                    .isZero();
        }
    }
}
