package dev.ferry.core.source;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One thing that a tenant has configured. *Shape*: the field `item` says which kind of thing it is.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "item")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StructuredDataField.class, name = "structuredDataField"),
    @JsonSubTypes.Type(value = Segment.class, name = "segment"),
    @JsonSubTypes.Type(value = RedactionEntity.class, name = "redactionEntity"),
    @JsonSubTypes.Type(value = CustomVocabulary.class, name = "customVocabulary"),
    @JsonSubTypes.Type(value = CannedResponse.class, name = "cannedResponse")
})
public sealed interface ConfigurationItem
        permits StructuredDataField, Segment, RedactionEntity, CustomVocabulary, CannedResponse {
    /// The canonical id.
    CanonicalId id();
}
