package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.DataRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values of custom attributes of a conversation. *Errors*: 400 `parameter_invalid`.
public record ConversationAttributes(Documents documents, DataRules rules) {

    /// Checks values and gives them back as they will read. With two live attributes of one name nothing can be
    /// written at all.
    public ObjectNode checked(ObjectNode values) {
        refuseTwins();
        ObjectNode result = values.deepCopy();
        values.properties().forEach(entry -> {
            ObjectNode attribute = live(entry.getKey())
                    .orElseThrow(() -> ApiException.invalid(
                            "Conversation attribute '%s' does not exist".formatted(entry.getKey())));
            if (!entry.getValue().isNull()) {
                result.set(entry.getKey(), checked(entry.getValue(), attribute));
            }
        });
        return result;
    }

    private void refuseTwins() {
        Set<String> names = new HashSet<>();
        for (ObjectNode attribute : documents.all(Kind.CONVERSATION_ATTRIBUTE)) {
            String name = attribute.path("name").asText();
            if (!attribute.path("archived").asBoolean() && !names.add(name)) {
                throw ApiException.invalid("More than one active conversation attribute is named '%s'".formatted(name));
            }
        }
    }

    private Optional<ObjectNode> live(String name) {
        List<ObjectNode> all = documents.by(Lookup.CONVERSATION_ATTRIBUTE_NAME, name);
        return all.stream()
                .filter(attribute -> !attribute.path("archived").asBoolean())
                .findFirst();
    }

    private JsonNode checked(JsonNode value, ObjectNode attribute) {
        String name = attribute.path("name").asText();
        String type = attribute.path("data_type").asText();
        return switch (type) {
            case "string" -> {
                if (attribute.path("multiline").asBoolean() && value.isTextual()) {
                    yield value;
                }
                yield ValueTypes.text(value, name, rules);
            }
            case "integer" -> ValueTypes.whole(value, name, type);
            case "decimal" -> ValueTypes.number(value, name, type);
            case "boolean" -> ValueTypes.flag(value, name);
            case "datetime" -> ValueTypes.moment(value, name);
            case "list" -> option(value, attribute);
            default -> throw ValueTypes.wrong(value, name, type);
        };
    }

    private static JsonNode option(JsonNode value, ObjectNode attribute) {
        for (JsonNode option : attribute.path("options")) {
            if (option.path("label").equals(value) && !option.path("archived").asBoolean()) {
                return value;
            }
        }
        throw ValueTypes.wrong(value, attribute.path("name").asText(), "list");
    }
}
