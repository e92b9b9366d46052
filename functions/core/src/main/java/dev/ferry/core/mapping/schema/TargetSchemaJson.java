package dev.ferry.core.mapping.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.target.ObjectName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Reads a [TargetSchema] from its compact JSON form, as kept beside mapping tests.
///
/// *Shape*: `{object: {fields: {name: {type, length, precision, scale, fixed, readOnly, required, defaulted,
/// restricted, values, validFor, controller, referenceTo, unique, externalId}}, recordTypes: {name: id}}}`. Absent
/// flags are false; `fixed` is settable on creation only, `readOnly` never; `validFor` maps a dependent value to
/// its controlling values.
///
/// *Errors*: `CONFIGURATION` when the text is not of this shape.
public final class TargetSchemaJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TargetSchemaJson() {}

    /// The schema that the text describes.
    public static TargetSchema read(String text) {
        try {
            List<TargetObject> objects = new ArrayList<>();
            JSON.readTree(text).properties().forEach(e -> objects.add(object(e.getKey(), e.getValue())));
            return new TargetSchema(objects);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.CONFIGURATION, "the target schema is not readable as JSON", e);
        }
    }

    private static TargetObject object(String name, JsonNode node) {
        TreeMap<String, TargetField> fields = new TreeMap<>();
        node.path("fields").properties().forEach(e -> fields.put(e.getKey(), field(e.getKey(), e.getValue())));
        TreeMap<String, String> recordTypes = new TreeMap<>();
        node.path("recordTypes")
                .properties()
                .forEach(e -> recordTypes.put(e.getKey(), e.getValue().asText()));
        return new TargetObject(new ObjectName(name), fields, recordTypes);
    }

    private static TargetField field(String name, JsonNode node) {
        boolean readOnly = node.path("readOnly").asBoolean();
        return new TargetField(
                name,
                FieldType.valueOf(node.path("type").asText("text").toUpperCase(Locale.ROOT)),
                node.path("length").asInt(),
                node.path("precision").asInt(),
                node.path("scale").asInt(),
                !readOnly,
                !readOnly && !node.path("fixed").asBoolean(),
                !node.path("required").asBoolean(),
                node.path("defaulted").asBoolean(),
                node.path("restricted").asBoolean(),
                values(node),
                node.path("controller").asText(),
                texts(node.path("referenceTo")),
                node.path("unique").asBoolean(),
                node.path("externalId").asBoolean());
    }

    private static List<PicklistValue> values(JsonNode node) {
        return texts(node.path("values")).stream()
                .map(value ->
                        new PicklistValue(value, texts(node.path("validFor").path(value))))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
