package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One utterance.
///
/// @param messageId the source's own id; absent in older rows, then `id` ends in a hash of the printed key and
/// text
/// @param ordinal position in the conversation, from 0
/// @param internal whether the customer never saw it
public record Message(
        CanonicalId id,
        @Nullable String messageId,
        int ordinal,
        SenderRole role,
        boolean internal,
        @Nullable String senderRef,
        @Nullable CanonicalId agentId,
        @Nullable String text,
        TextAvailability textAvailability,
        @Nullable String utteranceType,
        Instant sentAt,
        @Nullable Instant speechStart,
        @Nullable Instant speechEnd) {}
