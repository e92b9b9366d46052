package dev.ferry.local.asapp.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What became of every event, and since when each feed is pushed, in an append-only file.
///
/// *Threading*: safe for concurrent use.
public final class DeliveryLog implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Journal journal;
    private final Map<EventFeed, Instant> since = new EnumMap<>(EventFeed.class);
    private final Set<Ended> done = new HashSet<>();

    private record Ended(EventFeed feed, long seq) {}

    /// Opens the log of a state directory and reads what is there.
    public DeliveryLog(Path stateDirectory) {
        this.file = stateDirectory.resolve("pushes.jsonl");
        try {
            this.journal = new Journal(file);
            journal.replay(line -> replay(JSON.readTree(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("Opening " + file, e);
        }
    }

    /// Since when a feed is pushed, which is noted at the first question.
    synchronized Instant since(EventFeed feed, Instant now) {
        return Optional.ofNullable(since.get(feed)).orElseGet(() -> {
            since.put(feed, now);
            write(JSON.createObjectNode().put("since", now.toString()).put("feed", feed.label()));
            return now;
        });
    }

    /// Whether an event has come to its end.
    synchronized boolean isDone(ScheduledEvent event) {
        return done.contains(new Ended(event.feed(), event.seq()));
    }

    synchronized void add(Delivery delivery) {
        done.add(new Ended(delivery.feed(), delivery.seq()));
        write(delivery.json());
    }

    /// All deliveries, in the order of their end.
    public synchronized List<Delivery> all() {
        List<Delivery> all = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode json = JSON.readTree(line);
                if (json.has("outcome")) {
                    all.add(Delivery.of(json));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    void copyTo(OutputStream out) throws IOException {
        for (Delivery delivery : all()) {
            out.write((delivery.json() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing " + file, e);
        }
    }

    private void replay(JsonNode json) {
        EventFeed feed = EventFeed.valueOf(json.path("feed").asText().toUpperCase(java.util.Locale.ROOT));
        if (json.has("since")) {
            since.put(feed, Instant.parse(json.path("since").asText()));
        } else {
            done.add(new Ended(feed, json.path("seq").longValue()));
        }
    }

    private void write(ObjectNode json) {
        try {
            journal.append((JSON.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to " + file, e);
        }
    }
}
