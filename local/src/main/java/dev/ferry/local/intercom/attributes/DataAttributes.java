package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.DataRules;
import java.util.Optional;

/// Values of custom attributes of a contact or company. *Errors*: 400 `parameter_invalid`, as the documents word
/// it.
///
/// @param model `contact` or `company`
public record DataAttributes(Documents documents, String model, DataRules rules) {

    /// The values of an object after a client has written some of them; null removes one.
    public ObjectNode written(JsonNode present, ObjectNode values) {
        ObjectNode result =
                present instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        values.properties().forEach(entry -> {
            ObjectNode attribute = live(entry.getKey())
                    .orElseThrow(() ->
                            ApiException.invalid("Custom attribute '%s' does not exist".formatted(entry.getKey())));
            if (entry.getValue().isNull()) {
                result.putNull(entry.getKey());
            } else {
                result.set(entry.getKey(), checked(entry.getValue(), attribute));
            }
        });
        return result;
    }

    private Optional<ObjectNode> live(String name) {
        return documents.by(Lookup.ATTRIBUTE_NAME, name).stream()
                .filter(attribute -> attribute.path("model").asText().equals(model))
                .filter(attribute -> !attribute.path("archived").asBoolean())
                .findFirst();
    }

    private JsonNode checked(JsonNode value, ObjectNode attribute) {
        String name = attribute.path("name").asText();
        String type = attribute.path("data_type").asText();
        return switch (type) {
            case "integer" -> ValueTypes.whole(value, name, type);
            case "float" -> ValueTypes.number(value, name, type);
            case "boolean" -> ValueTypes.flag(value, name);
            case "date" -> ValueTypes.whole(value, name, type);
            default -> text(value, name, attribute.path("options"));
        };
    }

    private JsonNode text(JsonNode value, String name, JsonNode options) {
        JsonNode text = ValueTypes.text(value, name, rules);
        if (rules.enforceOptions() && options.isArray()) {
            for (JsonNode option : options) {
                if (option.equals(text)) {
                    return text;
                }
            }
            throw ValueTypes.wrong(value, name, "list");
        }
        return text;
    }
}
