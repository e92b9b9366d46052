package dev.ferry.core.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group of conversations by a condition on what is known of them; not to be confused with reporting labels.
///
/// @param rawQuery the condition as it is written
/// @param understood whether it is of the known grammar, so that it can be evaluated
public record Segment(
        CanonicalId id,
        String segmentId,
        @Nullable String name,
        @Nullable String queryType,
        @Nullable String rawQuery,
        boolean understood,
        List<String> structuredDataFieldIds)
        implements ConfigurationItem {
    public Segment {
        structuredDataFieldIds = List.copyOf(structuredDataFieldIds);
    }
}
