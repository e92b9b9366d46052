package dev.ferry.local.asapp.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.journal.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The items of one category: those of the export, with the changes that clients made.
///
/// *Threading*: safe for concurrent use.
final class Catalogue {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Category category;
    private final Facts facts;
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /// @param file such as `config/segments.json`; a missing one is an empty list
    Catalogue(Category category, Facts facts, Path file) {
        this.category = category;
        this.facts = facts;
        if (Files.isRegularFile(file)) {
            try {
                MAPPER.readTree(Files.readAllBytes(file))
                        .path(category.array())
                        .forEach(item -> items.put(item.path("id").asText(), (ObjectNode) item));
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + file, e);
            }
        }
    }

    Category category() {
        return category;
    }

    synchronized List<ObjectNode> list() {
        return new ArrayList<>(items.values());
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    synchronized void put(ObjectNode item) {
        items.put(item.path("id").asText(), item);
        ObjectNode fact = Facts.fact(ConfigurationResource.FACT).put("category", category.path());
        fact.set("item", item);
        facts.record(fact);
    }

    synchronized void delete(String id) {
        items.remove(id);
        facts.record(Facts.fact(ConfigurationResource.FACT)
                .put("category", category.path())
                .put("deleted", id));
    }

    synchronized void replay(JsonNode fact) {
        if (fact.has("deleted")) {
            items.remove(fact.path("deleted").asText());
        } else {
            ObjectNode item = (ObjectNode) fact.path("item");
            items.put(item.path("id").asText(), item);
        }
    }

    /// Whether a change may begin; [#endWrite] must follow when it may.
    boolean beginWrite() {
        return !category.oneWriter() || writing.compareAndSet(false, true);
    }

    void endWrite() {
        writing.set(false);
    }
}
