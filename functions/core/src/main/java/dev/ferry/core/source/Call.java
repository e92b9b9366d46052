package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One agent's part in a phone call; of a call that was never assigned, the whole of it without an agent.
public record Call(
        CanonicalId id,
        @Nullable CanonicalId agentId,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double handleSeconds,
        @Nullable Double holdSeconds,
        @Nullable Integer holdCount,
        @Nullable String deskMode,
        @Nullable String voiceIntentCode,
        @Nullable String dispositionType,
        @Nullable String queueId) {}
