package dev.ferry.local.events;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.local.Deployed;
import dev.ferry.local.cloud.EmbeddedCloud;
import dev.ferry.local.cloud.EmbeddedCloudSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The embedded cloud with what is deployed on AWS, but for the state machines.
final class ReceiverCloud {
    private ReceiverCloud() {}

    /// Runs until it is killed.
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedCloud cloud = start(Path.of(arguments[0]));
        try (cloud) {
            new CountDownLatch(1).await();
        }
    }

    static EmbeddedCloud start(Path work) {
        return EmbeddedCloud.start(EmbeddedCloudSettings.of(work, Clock.systemUTC())
                .deploying(Deployed.functions(), Deployed.resources())
                .withParameters(Map.of("EventsClientSubject", "CN=asapp")));
    }

    /// The `event_id` of every line in the work bucket of a cloud that has been closed, as often as it is there.
    static List<String> kept(Path work) {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.walk(work.resolve("s3").resolve("work").resolve("events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ids.addAll(ids(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static List<String> ids(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ids.add(json.readTree(line).required("event_id").textValue());
            }
        }
        return ids;
    }
}
