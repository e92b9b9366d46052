package dev.ferry.local.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryStreamTest {
    private static final StreamDescription EVENTS = new StreamDescription(
            "events", "work", "events/", ".jsonl.gz", new StreamDescription.Buffer(1, Duration.ofSeconds(60)));

    private final Map<String, String> objects = new TreeMap<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T15:00:00Z"));
    private final InstantSource time = now::get;
    private int number;
    private boolean bucketAnswers = true;

    @TempDir
    private Path directory;

    @Test
    void deliversWhenTheTimeOfTheFirstRecordIsOver() throws IOException {
        try (DeliveryStream stream = open()) {
            put(stream, "a\n");
            advance(Duration.ofSeconds(59));
            put(stream, "b\n");
            stream.deliverDue();
            assertThat(objects).isEmpty();
            advance(Duration.ofSeconds(1));
            stream.deliverDue();
        }
        assertThat(objects)
                .containsExactly(Map.entry("work/events/2026-03-02/events-2026-03-02-15-01-00-1.jsonl.gz", "a\nb\n"));
    }

    @Test
    void deliversWhenTheBufferIsFull() throws IOException {
        try (DeliveryStream stream = open()) {
            put(stream, "x".repeat(600_000));
            stream.deliverDue();
            assertThat(objects).isEmpty();
            put(stream, "x".repeat(600_000));
            stream.deliverDue();
        }
        assertThat(objects).hasSize(1);
    }

    @Test
    void deliversAgainUnderTheSameKeyWhatTheBucketDidNotTake() throws IOException {
        try (DeliveryStream stream = open()) {
            put(stream, "a\n");
            bucketAnswers = false;
            stream.deliverAll();
            assertThat(objects).isEmpty();
            put(stream, "b\n");
            bucketAnswers = true;
            stream.deliverAll();
        }
        assertThat(objects.values()).containsExactlyInAnyOrder("a\n", "b\n");
    }

    @Test
    void goesOnWithWhatAKilledProcessHadAccepted() throws IOException {
        try (DeliveryStream stream = open()) {
            put(stream, "a\n");
        }
        Files.write(directory.resolve("open"), new byte[] {0, 0, 0, 9, 'h', 'a', 'l'}, StandardOpenOption.APPEND);
        try (DeliveryStream stream = open()) {
            put(stream, "b\n");
            stream.deliverAll();
        }
        assertThat(objects.values()).containsExactly("a\nb\n");
    }

    private DeliveryStream open() throws IOException {
        return DeliveryStream.open(
                EVENTS,
                new DeliveryStream.Site(
                        directory, this::keep, time.withZone(ZoneOffset.UTC), () -> Integer.toString(++number)));
    }

    private void keep(String bucket, String key, Path content) {
        if (!bucketAnswers) {
            throw new IllegalStateException("no answer");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(content))) {
            objects.put(bucket + '/' + key, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(DeliveryStream stream, String record) throws IOException {
        stream.put(record.getBytes(StandardCharsets.UTF_8));
    }

    private void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }
}
