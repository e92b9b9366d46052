package dev.ferry.local.stepfunctions.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.ObjectStore;
import dev.ferry.local.stepfunctions.asl.QueryLanguage;
import dev.ferry.local.stepfunctions.asl.State;
import dev.ferry.local.stepfunctions.query.Json;
import dev.ferry.local.stepfunctions.query.Visible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads the items of a distributed Map state from S3.
///
/// *Errors*: [StateFailure] `States.ItemReaderFailed`.
final class ItemSource {

    private static final long MOST_ITEMS = 100_000_000;

    private final Queries queries;
    private final ObjectStore objects;

    ItemSource(Queries queries, ObjectStore objects) {
        this.queries = queries;
        this.objects = objects;
    }

    List<JsonNode> read(State.MapState state, Visible entered) {
        var language = state.head().language();
        var reader = state.head().fields().path("ItemReader");
        var config = reader.path("ReaderConfig");
        long most = most(language, config, entered);
        var field = language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        var arguments = queries.template(language, reader.path(field), "ItemReader/" + field, entered);
        var bucket = arguments.path("Bucket").asText();
        try {
            var items = reader.path("Resource").asText().endsWith("listObjectsV2")
                    ? listed(bucket, arguments.path("Prefix").asText())
                    : parsed(object(bucket, arguments.path("Key").asText()), config, most);
            return items.size() > most ? List.copyOf(items.subList(0, (int) most)) : items;
        } catch (ObjectStore.Refused e) {
            throw failed("%s (Service: Amazon S3; Error Code: %s)".formatted(e.getMessage(), e.code()));
        }
    }

    private long most(QueryLanguage language, JsonNode config, Visible entered) {
        var setting = queries.setting(language, config, "MaxItems", "ItemReader/ReaderConfig/MaxItems", entered);
        if (setting.isEmpty()) {
            return MOST_ITEMS;
        }
        long most = setting.get().whole();
        if (most < 0) {
            throw failed("field MaxItems must be positive");
        }
        return most == 0 ? MOST_ITEMS : Math.min(most, MOST_ITEMS);
    }

    private List<JsonNode> listed(String bucket, String prefix) throws ObjectStore.Refused {
        var items = new ArrayList<JsonNode>();
        for (var stored : objects.list(bucket, prefix)) {
            items.add(Json.object()
                    .put("Etag", stored.etag())
                    .put("Key", stored.key())
                    .put("LastModified", stored.lastModified().toEpochMilli() / 1000.0)
                    .put("Size", stored.size())
                    .put("StorageClass", stored.storageClass()));
        }
        return items;
    }

    private byte[] object(String bucket, String key) throws ObjectStore.Refused {
        var bytes = objects.get(bucket, key);
        if (!key.endsWith(".gz")) {
            return bytes;
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw failed("The object %s is not a GZIP file".formatted(key));
        }
    }

    private static List<JsonNode> parsed(byte[] bytes, JsonNode config, long most) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return switch (config.path("InputType").asText("JSON")) {
                case "CSV" -> CsvItems.read(text, config);
                case "JSONL" -> lines(text, most);
                default -> array(Json.parse(text), config.path("ItemsPointer").asText());
            };
        } catch (JsonProcessingException e) {
            throw failed("The object is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static List<JsonNode> lines(String text, long most) throws JsonProcessingException {
        var items = new ArrayList<JsonNode>();
        for (var line : text.lines().toList()) {
            if (!line.isBlank() && items.size() < most) {
                items.add(Json.parse(line));
            }
        }
        return items;
    }

    private static List<JsonNode> array(JsonNode root, String pointer) {
        var node = pointer.isEmpty() ? root : root.at(pointer);
        if (!node.isArray()) {
            throw failed("Attempting to map over non-iterable node.");
        }
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return items;
    }

    /// The pairs of an object, as items of a Map state whose `Items` yields an object.
    static List<JsonNode> elements(JsonNode items) {
        var elements = new ArrayList<JsonNode>();
        if (items instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                var pair = Json.object().put("Key", entry.getKey());
                pair.set("Value", entry.getValue());
                elements.add(pair);
            });
        } else {
            items.forEach(elements::add);
        }
        return elements;
    }

    static StateFailure failed(String cause) {
        return new StateFailure("States.ItemReaderFailed", cause);
    }
}
