package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// The fields of a JSON object that a client sent; null is as good as missing. *Errors*: 400 for a wrong type.
public record Fields(ObjectNode json) {

    /// Whether it is there, be it null.
    public boolean has(String field) {
        return json.has(field);
    }

    /// A text that may be missing.
    public Optional<String> text(String field) {
        return value(field, JsonNode::isTextual, "a string").map(JsonNode::textValue);
    }

    /// A text that must be there and not be blank.
    public String requiredText(String field) {
        return text(field).filter(text -> !text.isBlank()).orElseThrow(() -> ApiException.missing(field));
    }

    /// An id, which clients send as text or as number.
    public Optional<String> id(String field) {
        return value(field, node -> node.isTextual() || node.isIntegralNumber(), "an id")
                .map(JsonNode::asText);
    }

    /// An id that must be there.
    public String requiredId(String field) {
        return id(field).filter(id -> !id.isBlank()).orElseThrow(() -> ApiException.missing(field));
    }

    /// A whole number.
    public OptionalLong number(String field) {
        Optional<JsonNode> value = value(field, JsonNode::isIntegralNumber, "an integer");
        return value.isPresent() ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
    }

    /// True or false.
    public Optional<Boolean> flag(String field) {
        return value(field, JsonNode::isBoolean, "a boolean").map(JsonNode::booleanValue);
    }

    /// An object.
    public Optional<ObjectNode> object(String field) {
        return value(field, JsonNode::isObject, "an object").map(ObjectNode.class::cast);
    }

    /// A list.
    public Optional<ArrayNode> list(String field) {
        return value(field, JsonNode::isArray, "an array").map(ArrayNode.class::cast);
    }

    private Optional<JsonNode> value(String field, Predicate<JsonNode> type, String name) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!type.test(value)) {
            throw new ApiException(400, "type_mismatch", "%s must be %s".formatted(field, name));
        }
        return Optional.of(value);
    }
}
