package dev.ferry.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.ChildJvm;
import dev.ferry.local.cloud.CloudEndpoints;
import dev.ferry.local.cloud.EmbeddedCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsReceiverIT {
    private static final int EVENTS = 2_000;
    private static final int KILLED_AFTER = 300;

    @Test
    void keepsEveryEventOfAShuffledAndRepeatedStream(@TempDir Path work) {
        List<String> ids = EventSender.sequence(EVENTS, 1);
        EventSender sender;
        try (EmbeddedCloud cloud = ReceiverCloud.start(work)) {
            sender = new EventSender(cloud.endpoints().of("httpapi"));
            sender.push(ids, 0);
        }
        assertThat(sender.refused()).isEmpty();
        assertThat(ReceiverCloud.kept(work)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void losesNoAcknowledgedEventWhenKilled(@TempDir Path directory) throws IOException, InterruptedException {
        Path work = Files.createDirectory(directory.resolve("work"));
        List<String> ids = EventSender.sequence(EVENTS, 2);
        Set<String> acknowledged = pushUntilKilled(work, ids);
        try (EmbeddedCloud cloud = ReceiverCloud.start(work)) {
            EventSender after = new EventSender(cloud.endpoints().of("httpapi"));
            after.push(ids.stream().filter(id -> !acknowledged.contains(id)).toList(), 0);
            assertThat(after.refused()).isEmpty();
        }
        assertThat(new HashSet<>(ReceiverCloud.kept(work))).containsExactlyInAnyOrderElementsOf(new HashSet<>(ids));
    }

    @Test
    void answersWhatIsNoEventAsTheGatewayAndTheReceiverDo(@TempDir Path work) throws Exception {
        try (EmbeddedCloud cloud = ReceiverCloud.start(work)) {
            URI endpoint = cloud.endpoints().of("httpapi");
            assertThat(status(endpoint.resolve("/events"), "")).isEqualTo(400);
            assertThat(status(endpoint.resolve("/other"), "{}")).isEqualTo(404);
            assertThat(status(endpoint.resolve("/events"), "{\n\"event_id\":\"one\"}"))
                    .isEqualTo(200);
            // More than a stream takes goes to the bucket by itself.
            assertThat(status(
                            endpoint.resolve("/events/journey"),
                            "{\"event_id\":\"two\",\"x\":\"" + "y".repeat(1_100_000) + "\"}"))
                    .isEqualTo(200);
        }
        assertThat(ReceiverCloud.kept(work)).containsExactlyInAnyOrder("one", "two");
    }

    private static Set<String> pushUntilKilled(Path work, List<String> ids) throws IOException, InterruptedException {
        Process process = start(work);
        try {
            EventSender sender = new EventSender(awaitReceiver(process, work));
            CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> sender.push(ids, 0));
            await(() -> sender.acknowledged().size() >= KILLED_AFTER, output(work));
            process.destroyForcibly().waitFor();
            pushing.join();
            assertThat(sender.refused()).as("the kill fell into the middle").isNotEmpty();
            return new HashSet<>(sender.acknowledged());
        } finally {
            process.destroyForcibly();
        }
    }

    private static int status(URI target, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static Process start(Path work) throws IOException {
        return ChildJvm.of(ReceiverCloud.class, 512, work)
                .redirectOutput(output(work).toFile())
                .start();
    }

    private static URI awaitReceiver(Process process, Path work) throws InterruptedException {
        await(() -> CloudEndpoints.read(work).isPresent() || !process.isAlive(), output(work));
        Optional<CloudEndpoints> endpoints = CloudEndpoints.read(work);
        assertThat(endpoints).as("the cloud's process runs").isPresent();
        return endpoints.orElseThrow().of("httpapi");
    }

    private static Path output(Path work) {
        return work.resolveSibling("output.txt");
    }

    private static void await(BooleanSupplier condition, Path output) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (Duration waited = Duration.ZERO; waited.toSeconds() < 120; waited = waited.plusMillis(20)) {
            if (condition.getAsBoolean()) {
                return;
            }
            assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(output).as("two minutes and nothing came of it").isEmptyFile();
        throw new AssertionError("waited two minutes in vain");
    }
}
