package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.workspace.DataRules;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/// Whether a JSON value is one of an attribute's type.
final class ValueTypes {
    private ValueTypes() {}

    /// The error for a value that is none of a type.
    static ApiException wrong(JsonNode value, String name, String type) {
        String shown = value.isTextual() ? value.textValue() : value.toString();
        return ApiException.invalid(
                "'%s' is not a valid value for attribute '%s' of type '%s'".formatted(shown, name, type));
    }

    /// A text within the limit, or cut to it.
    static JsonNode text(JsonNode value, String name, DataRules rules) {
        if (!value.isTextual()) {
            throw wrong(value, name, "string");
        }
        if (value.textValue().length() <= rules.stringLimit()) {
            return value;
        }
        return switch (rules.longStrings()) {
            case REFUSE ->
                throw ApiException.invalid(
                        "Attribute '%s' is too long (maximum is %d characters)".formatted(name, rules.stringLimit()));
            case CUT -> TextNode.valueOf(value.textValue().substring(0, rules.stringLimit()));
        };
    }

    static JsonNode whole(JsonNode value, String name, String type) {
        if (!value.isIntegralNumber()) {
            throw wrong(value, name, type);
        }
        return value;
    }

    static JsonNode number(JsonNode value, String name, String type) {
        if (!value.isNumber()) {
            throw wrong(value, name, type);
        }
        return value;
    }

    static JsonNode flag(JsonNode value, String name) {
        if (!value.isBoolean()) {
            throw wrong(value, name, "boolean");
        }
        return value;
    }

    /// Unix seconds, or ISO 8601.
    static JsonNode moment(JsonNode value, String name) {
        if (value.isIntegralNumber()) {
            return value;
        }
        try {
            OffsetDateTime.parse(value.asText());
            return value;
        } catch (DateTimeException e) {
            throw wrong(value, name, "datetime");
        }
    }
}
