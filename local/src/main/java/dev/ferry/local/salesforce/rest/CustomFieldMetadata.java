package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.schema.FieldDefinition;
import java.util.Map;

/// A custom field as Metadata and Tooling API describe it, turned into a field definition. It is hidden from
/// everybody until field-level security is granted, as on the platform.
final class CustomFieldMetadata {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Text", "STRING"),
            Map.entry("TextArea", "TEXTAREA"),
            Map.entry("LongTextArea", "TEXTAREA"),
            Map.entry("Html", "TEXTAREA"),
            Map.entry("Number", "DOUBLE"),
            Map.entry("Currency", "CURRENCY"),
            Map.entry("Percent", "PERCENT"),
            Map.entry("Checkbox", "BOOLEAN"),
            Map.entry("Date", "DATE"),
            Map.entry("DateTime", "DATETIME"),
            Map.entry("Picklist", "PICKLIST"),
            Map.entry("MultiselectPicklist", "MULTIPICKLIST"),
            Map.entry("Email", "EMAIL"),
            Map.entry("Phone", "PHONE"),
            Map.entry("Url", "URL"),
            Map.entry("Lookup", "REFERENCE"));

    private CustomFieldMetadata() {}

    static JsonNode definition(String name, JsonNode metadata) {
        String type = TYPES.get(metadata.path("type").asText());
        if (type == null) {
            throw new ApiException(400, "INVALID_FIELD_TYPE", "Unsupported field type " + metadata.path("type"));
        }
        ObjectNode json = Json.object()
                .put("name", name)
                .put("label", metadata.path("label").asText(name))
                .put("type", type)
                .put("hidden", true);
        for (String key : new String[] {"length", "precision", "scale"}) {
            json.put(key, metadata.path(key).asInt());
        }
        for (String key : new String[] {"required", "unique", "caseSensitive", "externalId"}) {
            json.put(key, metadata.path(key).asBoolean());
        }
        if (metadata.has("referenceTo")) {
            json.putArray("referenceTo").add(metadata.path("referenceTo").asText());
        }
        JsonNode valueSet = metadata.path("valueSet");
        json.put("restricted", valueSet.path("restricted").asBoolean());
        ArrayNode values = json.putArray("values");
        for (JsonNode value : valueSet.path("valueSetDefinition").path("value")) {
            values.addObject()
                    .put("value", value.path("fullName").asText())
                    .put(
                            "label",
                            value.path("label").asText(value.path("fullName").asText()))
                    .put("defaultValue", value.path("default").asBoolean());
        }
        return json;
    }

    static FieldDefinition read(JsonNode definition) {
        return MAPPER.convertValue(definition, FieldDefinition.class);
    }
}
