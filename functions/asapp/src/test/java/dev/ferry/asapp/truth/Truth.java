package dev.ferry.asapp.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.source.CanonicalIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The expected result of a sample export, reduced to what batch feeds and crosswalk files show.
final class Truth {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path tree;

    Truth(Path tree) {
        this.tree = tree;
    }

    /// The lines of a truth file.
    List<JsonNode> lines(String name) {
        try (Stream<String> lines = Files.lines(tree.resolve("truth").resolve(name))) {
            return lines.filter(line -> !line.isBlank()).map(Truth::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The conversations that have a row in a batch feed; those of the other worlds come by other channels.
    List<JsonNode> batchConversations() {
        return lines("conversations.jsonl").stream()
                .filter(conversation -> Set.of("BATCH", "BOTH").contains(text(conversation, "world")))
                .toList();
    }

    /// The name of the tenant.
    String company() {
        return summary().get("company").asText();
    }

    /// Counts and settings of the tree.
    JsonNode summary() {
        return parse(read(tree.resolve("truth/summary.json")));
    }

    /// A text field, or null.
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /// The last part of a customer's canonical id for a reference of the truth.
    static String customerKey(String ref) {
        String value = ref.substring(ref.indexOf(':') + 1);
        return switch (ref.substring(0, ref.indexOf(':'))) {
            case "email" -> "e-" + CanonicalIds.digits(value, 24);
            case "ext" -> "x-" + value;
            default -> "c-" + value;
        };
    }

    /// What is left of a text in UTF-8: halves of surrogate pairs are replaced.
    static @Nullable String utf8(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The names in an object of a JSON file.
    static List<String> names(Path file, String object) {
        return parse(read(file))
                .path(object)
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A value as text, whatever the order of its fields; nothing for null and for what is not there.
    static String plain(JsonNode value) {
        if (value.isObject()) {
            SortedMap<String, String> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields.toString();
        }
        return value.isNull() ? "" : value.toString();
    }

    /// A JSON text as a tree.
    static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
