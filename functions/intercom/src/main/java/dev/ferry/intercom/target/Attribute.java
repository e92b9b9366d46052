package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A custom attribute, as it stands in the workspace or as it is to be made.
///
/// @param id in the workspace; empty for one that is to be made
/// @param options of a list; none for others
record Attribute(
        AttributeModel model, String id, String name, AttributeType type, List<String> options, boolean archived) {
    Attribute {
        options = List.copyOf(options);
    }

    /// From what the workspace answers: a list of people reads back as a `string` with options.
    static Attribute of(AttributeModel model, JsonNode answer) {
        List<String> options = new ArrayList<>();
        answer.path("options")
                .forEach(option -> options.add(
                        option.isObject()
                                ? option.path("label")
                                        .asText(option.path("value").asText())
                                : option.asText()));
        AttributeType named =
                AttributeType.named(answer.path("data_type").asText("")).orElse(AttributeType.STRING);
        return new Attribute(
                model,
                answer.path("id").asText(""),
                answer.path("name").asText(""),
                options.isEmpty() ? named : AttributeType.LIST,
                options,
                answer.path("archived").asBoolean());
    }
}
