package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One agent's turn on a conversation.
///
/// @param ghost whether the customer had already left
/// @param mode `CHAT` or `VOICE`
public record Assignment(
        CanonicalId agentId,
        @Nullable String queueId,
        Instant assignedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant endedAt,
        @Nullable Double handleSeconds,
        @Nullable String dispositionType,
        boolean ghost,
        @Nullable String mode) {}
