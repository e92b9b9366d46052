package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a structured data field says of a person or an organisation: of the values that their conversations have,
/// the one with the greatest time.
///
/// @param conversationId the conversation that has the value
/// @param conversations how many conversations have a value of the field
/// @param varied whether these values differ, so that some of them lost
public record LatestValue(
        String fieldId,
        @Nullable String fieldName,
        @Nullable String category,
        String value,
        @Nullable Instant extractedAt,
        CanonicalId conversationId,
        int conversations,
        boolean varied) {

    @Override
    public String toString() {
        return "LatestValue[%s of %s]".formatted(fieldId, conversationId);
    }
}
