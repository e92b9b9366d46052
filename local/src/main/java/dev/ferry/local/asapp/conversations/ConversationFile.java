package dev.ferry.local.asapp.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The conversations of an export, found by either id without being held in memory.
///
/// *Shape*: one object a line, `{"conversation":{...},"messages":[...]}`. A missing file holds none.
///
/// *Threading*: safe for concurrent use.
final class ConversationFile {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;
    private final Map<String, Place> byId = new HashMap<>();
    private final Map<String, Place> byExternalId = new HashMap<>();

    private boolean indexed;

    private record Place(long offset, int length) {}

    ConversationFile(Path file) {
        this.file = file;
    }

    Optional<Conversation> byId(String id) {
        index();
        return Optional.ofNullable(byId.get(id)).map(this::read);
    }

    Optional<Conversation> byExternalId(String externalId) {
        index();
        return Optional.ofNullable(byExternalId.get(externalId)).map(this::read);
    }

    private synchronized void index() {
        if (indexed || !Files.isRegularFile(file)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long start = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    start = add(line, start);
                } else {
                    line.write(next);
                }
            }
            add(line, start);
            indexed = true;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private long add(ByteArrayOutputStream line, long start) throws IOException {
        if (line.size() > 0) {
            JsonNode head = MAPPER.readTree(line.toByteArray()).path("conversation");
            Place place = new Place(start, line.size());
            byId.put(head.path("id").asText(), place);
            byExternalId.put(head.path("externalId").asText(), place);
        }
        long next = start + line.size() + 1;
        line.reset();
        return next;
    }

    private Conversation read(Place place) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] line = new byte[place.length()];
            in.seek(place.offset());
            in.readFully(line);
            return Conversation.of(MAPPER.readTree(line));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}
