package dev.ferry.core.mapping;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.document.YamlNode;
import dev.ferry.core.mapping.document.YamlReader;
import dev.ferry.core.mapping.document.YamlReading;
import dev.ferry.core.source.FieldScope;
import java.util.Map;
import java.util.TreeMap;

/// Which structured data fields describe the customer or the organisation, as the engineer decides in the mapping.
///
/// *Shape* in a mapping: `structuredFields: {e_plan: organization}`. A field that is not named describes its
/// conversation.
///
/// @param scopes by the id of the field
public record StructuredFields(Map<String, FieldScope> scopes) {
    static final String KEY = "structuredFields";

    public StructuredFields {
        scopes = Map.copyOf(scopes);
    }

    /// What a mapping says. It need not compile, since assembly knows no target.
    ///
    /// *Errors*: `MAPPING` for a text that is no mapping.
    public static StructuredFields of(String yaml) {
        return switch (YamlReader.read(yaml)) {
            case YamlReading.Read(YamlNode.Mapping root) -> of(root);
            case YamlReading.Unreadable(var problems) ->
                throw new FerryException(ErrorCode.MAPPING, "the mapping cannot be read: " + problems.getFirst());
        };
    }

    static StructuredFields of(YamlNode.Mapping root) {
        YamlNode.Mapping named = root.mapping(KEY);
        Map<String, FieldScope> scopes = new TreeMap<>();
        named.entries()
                .keySet()
                .forEach(field -> FieldScope.labelled(named.text(field)).ifPresent(scope -> scopes.put(field, scope)));
        return new StructuredFields(scopes);
    }

    /// What a field describes.
    public FieldScope scope(String fieldId) {
        return scopes.getOrDefault(fieldId, FieldScope.CONVERSATION);
    }
}
