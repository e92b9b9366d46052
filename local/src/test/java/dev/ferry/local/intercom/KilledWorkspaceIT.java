package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWorkspaceIT {
    private static final int WRITERS = 4;

    @TempDir
    Path state;

    @Test
    void knowsEverythingThatItAnsweredBeforeItWasKilled() throws IOException, InterruptedException {
        ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
        Process process = WorkspaceProcess.start(state);
        try (BufferedReader output = process.inputReader();
                IntercomApi api = new IntercomApi(WorkspaceProcess.endpoint(output));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch enough = new CountDownLatch(200);
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                threads.execute(() -> write(api, writer, answered, enough));
            }
            enough.await();
            process.destroyForcibly().waitFor();
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
            assertThat(enough.getCount()).isZero();
        }
    }
}
