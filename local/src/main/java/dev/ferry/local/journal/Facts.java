package dev.ferry.local.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What has happened to a simulated provider since its state directory was made, as far as it is to survive a
/// restart.
///
/// *Shape*: `journal.jsonl`, one object a line; `k` is the kind of fact.
///
/// *Threading*: safe for concurrent use.
public final class Facts implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Journal journal;

    /// Opens the journal of a state directory, without reading it: see [#replay].
    public Facts(Path stateDirectory) {
        this.file = stateDirectory.resolve("journal.jsonl");
        try {
            this.journal = new Journal(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening " + file, e);
        }
    }

    /// A fact of a kind, to be filled.
    public static ObjectNode fact(String kind) {
        return JSON.createObjectNode().put("k", kind);
    }

    /// Hands out the facts of earlier starts; must be called once, before the first [#record].
    public synchronized void replay(Consumer<JsonNode> each) {
        try {
            journal.replay(line -> each.accept(JSON.readTree(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("Replaying " + file, e);
        }
    }

    /// Writes a fact down; it has happened when this returns.
    public synchronized void record(ObjectNode fact) {
        try {
            journal.append((JSON.writeValueAsString(fact) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to " + file, e);
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
}
