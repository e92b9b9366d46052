package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import java.util.Collection;

/// Conditions of Intercom's searches. A group holds at most 15 of them.
final class Query {
    /// How many values one search can ask for.
    static final int MOST_VALUES = 15;

    private Query() {}

    /// The field has one of the values.
    static JsonNode anyOf(String field, Collection<String> values) {
        ObjectNode query = Json.object().put("operator", "OR");
        values.forEach(value -> query.withArray("value").add(condition(field, "=", value)));
        return query;
    }

    /// All of the conditions hold.
    static JsonNode all(JsonNode... conditions) {
        ObjectNode query = Json.object().put("operator", "AND");
        for (JsonNode condition : conditions) {
            query.withArray("value").add(condition);
        }
        return query;
    }

    static ObjectNode condition(String field, String operator, String value) {
        return Json.object().put("field", field).put("operator", operator).put("value", value);
    }

    static ObjectNode condition(String field, String operator, long value) {
        return Json.object().put("field", field).put("operator", operator).put("value", value);
    }
}
