package dev.ferry.core.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/// Schemas of OpenAPI 3.0 as JSON Schema 2020-12.
///
/// @param lenient whether any field may be null, as in answers
record SchemaTranslation(boolean lenient) {
    private static final String OLD_REFERENCE = "#/components/schemas/";
    private static final String NEW_REFERENCE = "#/$defs/";
    private static final Set<String> SHOWN_ONLY = Set.of(
            "example",
            "examples",
            "description",
            "title",
            "externalDocs",
            "format",
            "default",
            "nullable",
            "discriminator");
    private static final Set<String> PLAIN = Set.of("string", "integer", "number", "boolean");

    JsonNode of(JsonNode schema) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(entry -> {
            if (!SHOWN_ONLY.contains(entry.getKey()) && !entry.getKey().startsWith("x-")) {
                add(result, entry.getKey(), entry.getValue());
            }
        });
        return schema.path("nullable").asBoolean() ? orNull(result) : result;
    }

    private void add(ObjectNode result, String keyword, JsonNode value) {
        switch (keyword) {
            case "$ref" -> result.put(keyword, value.asText().replace(OLD_REFERENCE, NEW_REFERENCE));
            case "oneOf", "anyOf" -> result.set("anyOf", all(value));
            case "allOf" -> result.set(keyword, all(value));
            case "properties" -> {
                ObjectNode properties = result.putObject(keyword);
                value.properties().forEach(property -> {
                    JsonNode one = of(property.getValue());
                    properties.set(property.getKey(), lenient ? orNull(one) : one);
                });
            }
            case "items", "not" -> result.set(keyword, of(value));
            case "additionalProperties" -> {
                if (!isPlain(value)) {
                    result.set(keyword, of(value));
                }
            }
            default -> result.set(keyword, value);
        }
    }

    private ArrayNode all(JsonNode schemas) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        schemas.forEach(one -> result.add(of(one)));
        return result;
    }

    private static boolean isPlain(JsonNode schema) {
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return true;
        }
        return PLAIN.contains(schema.path("type").asText());
    }

    private static ObjectNode orNull(JsonNode schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
