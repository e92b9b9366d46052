package dev.ferry.core.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was extracted from a conversation for one structured data field.
///
/// @param value the newest value as text; its type is that of the field
/// @param extractionId the event that gave it
/// @param history older values, newest first
public record StructuredDataValue(
        String fieldId,
        @Nullable String fieldName,
        @Nullable String category,
        @Nullable String value,
        @Nullable String extractionId,
        @Nullable Instant extractedAt,
        @Nullable CanonicalId agentId,
        List<PastValue> history) {
    public StructuredDataValue {
        history = List.copyOf(history);
    }

    /// A value that a newer extraction replaced.
    public record PastValue(
            @Nullable String value, @Nullable Instant extractedAt) {}
}
