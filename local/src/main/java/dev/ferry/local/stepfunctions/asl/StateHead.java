package dev.ferry.local.stepfunctions.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every state has: name, query language, fields as written, and where it leads.
///
/// @param next the next state, or null when this one ends its graph
public record StateHead(
        String name,
        QueryLanguage language,
        ObjectNode fields,
        @Nullable String next) {

    /// Whether the state has the field.
    public boolean has(String field) {
        return fields.has(field);
    }

    /// The field as written.
    public Optional<JsonNode> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /// The field's text; the other text where it is missing or no text.
    public String text(String field, String otherwise) {
        var value = fields.get(field);
        return value != null && value.isTextual() ? value.textValue() : otherwise;
    }
}
