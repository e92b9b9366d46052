package dev.ferry.local.simulation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Knobs as one flat JSON object: a record of groups, each a record whose components are the knobs.
///
/// *Shape*: names are unique across the groups; times are ISO 8601 texts; nothing is coerced silently.
public final class KnobJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(times())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private KnobJson() {}

    /// Knobs with some of them changed; an object changes the named parts of what is there.
    ///
    /// *Errors*: `IllegalArgumentException` that names the knob.
    public static <T> T with(T knobs, JsonNode changes, Class<T> type) {
        ObjectNode groups = MAPPER.valueToTree(knobs);
        changes.properties().forEach(change -> {
            ObjectNode group = groupOf(groups, change.getKey());
            group.set(change.getKey(), merged(group.path(change.getKey()), change.getValue()));
        });
        try {
            return MAPPER.treeToValue(groups, type);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause();
            throw new IllegalArgumentException(
                    cause instanceof IllegalArgumentException refused
                            ? refused.getMessage()
                            : "A knob has a value of the wrong type: " + e.getOriginalMessage(),
                    e);
        }
    }

    /// Knobs with some of them changed, each value as a command line spells it.
    ///
    /// *Shape*: JSON, or a text that needs no quotes; `journey.url=...` changes a part of a knob.
    public static <T> T withTexts(T knobs, Map<String, String> changes, Class<T> type) {
        ObjectNode flat = json(knobs);
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(changes).forEach((name, text) -> {
            int dot = name.indexOf('.');
            if (dot < 0 || flat.has(name)) {
                tree.set(name, value(text));
            } else {
                tree.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value(text));
            }
        });
        return with(knobs, tree, type);
    }

    /// All knobs by name.
    public static ObjectNode json(Object knobs) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        ObjectNode groups = MAPPER.valueToTree(knobs);
        groups.forEach(group -> flat.setAll((ObjectNode) group));
        return flat;
    }

    private static ObjectNode groupOf(ObjectNode groups, String knob) {
        for (JsonNode group : groups) {
            if (group.has(knob)) {
                return (ObjectNode) group;
            }
        }
        throw new IllegalArgumentException("There is no knob named " + knob);
    }

    private static JsonNode merged(JsonNode old, JsonNode changed) {
        if (!(old instanceof ObjectNode object) || !changed.isObject()) {
            return changed.isMissingNode() ? NullNode.instance : changed;
        }
        ObjectNode both = object.deepCopy();
        both.setAll((ObjectNode) changed);
        return both;
    }

    private static JsonNode value(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }

    private static SimpleModule times() {
        SimpleModule module = new SimpleModule("times");
        add(module, Duration.class, Duration::parse);
        add(module, Instant.class, Instant::parse);
        add(module, LocalDate.class, LocalDate::parse);
        add(module, LocalTime.class, LocalTime::parse);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Parsed<>(type, parser));
    }

    private static final class Parsed<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parser;

        Parsed(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return parser.apply(json.getText());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("%s is written %s".formatted(json.currentName(), json.getText()), e);
            }
        }
    }
}
