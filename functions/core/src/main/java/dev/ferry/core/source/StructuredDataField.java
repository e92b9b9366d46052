package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question that AI Services answer about every conversation, or a thing that they look for in it.
///
/// @param type what the configuration says; absent for a field that only values show
/// @param active whether it is still extracted; absent like `type`
/// @param observedOnly whether the configuration does not have it
/// @param inferredType the type that the observed values support; absent without values
/// @param values how many values were observed, older ones included
/// @param scope what it describes, as the mapping says
/// @param choices the values of a field with few, or the elements of its lists, in ascending order
public record StructuredDataField(
        CanonicalId id,
        String fieldId,
        @Nullable String name,
        @Nullable String categoryId,
        @Nullable Type type,
        @Nullable Boolean active,
        @Nullable String question,
        @Nullable String entityName,
        @Nullable String entityDescription,
        List<String> entityExamples,
        List<String> segmentIds,
        boolean observedOnly,
        @Nullable StructuredValueType inferredType,
        long values,
        long distinctValues,
        List<String> choices,
        FieldScope scope)
        implements ConfigurationItem {
    public StructuredDataField {
        entityExamples = List.copyOf(entityExamples);
        segmentIds = List.copyOf(segmentIds);
        choices = List.copyOf(choices);
    }

    /// The two kinds of field.
    public enum Type {
        QUESTION,
        ENTITY
    }
}
