package dev.ferry.local.asapp.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Reads the events of one feed, a line at a time. A missing file holds none.
///
/// *Threading*: for one thread.
final class EventReader implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final EventFeed feed;
    private final BufferedReader lines;
    private Instant latest = Instant.EPOCH;
    private long seq;

    /// @param export the directory of the export; events are in `events/<feed>.jsonl`
    EventReader(EventFeed feed, Path export) {
        this.feed = feed;
        Path file = export.resolve("events").resolve(feed.label() + ".jsonl");
        try {
            this.lines = Files.isRegularFile(file)
                    ? Files.newBufferedReader(file)
                    : new BufferedReader(new StringReader(""));
        } catch (IOException e) {
            throw new UncheckedIOException("Opening " + file, e);
        }
    }

    /// The next event of the file.
    Optional<ScheduledEvent> next() {
        try {
            String line = lines.readLine();
            if (line == null) {
                return Optional.empty();
            }
            seq++;
            JsonNode event = parsed(line);
            latest = created(event).filter(time -> time.isAfter(latest)).orElse(latest);
            return Optional.of(new ScheduledEvent(
                    feed,
                    seq,
                    event.path("event_id").asText(""),
                    event.path("event_type").asText(""),
                    latest,
                    line));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the events of " + feed.label(), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the events of " + feed.label(), e);
        }
    }

    private static Optional<Instant> created(JsonNode event) {
        String time = event.path("meta_data").path("create_time").asText("");
        try {
            return time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(time));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException poison) {
            return MissingNode.getInstance();
        }
    }
}
