package dev.ferry.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes the fields of one JSON object and notes what is wrong with them, all of it.
///
/// *Threading*: for one thread.
final class ConfigFields {
    private final String path;
    private final JsonNode object;
    private final List<String> violations;

    private ConfigFields(String path, JsonNode object, List<String> violations) {
        this.path = path;
        this.object = object;
        this.violations = violations;
    }

    static ConfigFields of(JsonNode root) {
        return new ConfigFields("", root, new ArrayList<>());
    }

    /// The object in a field; an empty one when absent.
    ConfigFields in(String field) {
        requireOf(JsonNode::isObject, field, "give an object with settings");
        return new ConfigFields(path + field + ".", object.path(field), violations);
    }

    /// Refuses fields that nothing reads: as a rule they are misspelt.
    ConfigFields only(Set<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                refuse(field, object.get(field), "no such setting, there are " + String.join(", ", sorted(known)));
            }
        });
        return this;
    }

    /// A text that must be there.
    String text(String field, Predicate<String> valid, String advice) {
        String value = object.path(field).asText("");
        if (!valid.test(value)) {
            refuse(field, object.path(field), advice);
        }
        return value;
    }

    /// A text, or its default.
    String text(String field, String otherwise, Predicate<String> valid, String advice) {
        return object.hasNonNull(field) ? text(field, valid, advice) : otherwise;
    }

    /// A whole number between bounds, or its default.
    int number(String field, int otherwise, int least, int most) {
        return optionalNumber(field, least, most).orElse(otherwise);
    }

    /// A whole number between bounds, if it is there.
    OptionalInt optionalNumber(String field, int least, int most) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            refuse(field, value, "give a whole number from %d to %d".formatted(least, most));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    /// A value that a text spells, if it is there and can be read.
    <T> Optional<T> parsed(String field, Function<String, T> parser, String advice) {
        if (!object.hasNonNull(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(object.path(field).asText()));
        } catch (DateTimeException unreadable) {
            refuse(field, object.path(field), advice);
            return Optional.empty();
        }
    }

    /// Refuses a field for what it is together with others.
    void refuse(String field, String advice) {
        refuse(field, object.path(field), advice);
    }

    /// Texts by name; none when absent.
    Map<String, String> texts(String field) {
        requireOf(JsonNode::isObject, field, "give an object with texts");
        Map<String, String> texts = new LinkedHashMap<>();
        object.path(field)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return Map.copyOf(texts);
    }

    /// A list of texts; none when absent.
    List<String> list(String field) {
        requireOf(JsonNode::isArray, field, "give a list of texts");
        List<String> texts = new ArrayList<>();
        object.path(field).forEach(value -> texts.add(value.asText()));
        return List.copyOf(texts);
    }

    /// What is wrong so far, here and in all fields.
    List<String> violations() {
        return List.copyOf(violations);
    }

    // Of another type it would read as absent.
    private void requireOf(Predicate<JsonNode> type, String field, String advice) {
        if (object.hasNonNull(field) && !type.test(object.path(field))) {
            refuse(field, advice);
        }
    }

    private void refuse(String field, JsonNode value, String advice) {
        String found = value.isMissingNode() ? "is missing" : "is " + value;
        violations.add("%s%s %s: %s".formatted(path, field, found, advice));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
