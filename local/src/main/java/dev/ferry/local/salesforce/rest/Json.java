package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/// JSON as the API reads and writes it.
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode read(byte[] body) {
        try {
            JsonNode read = MAPPER.readTree(body);
            if (read == null || read.isMissingNode()) {
                throw new ApiException(400, "JSON_PARSER_ERROR", "The HTTP entity body is required");
            }
            return read;
        } catch (IOException e) {
            throw new ApiException(400, "JSON_PARSER_ERROR", "The HTTP entity body is not valid JSON");
        }
    }

    static byte[] write(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }
}
