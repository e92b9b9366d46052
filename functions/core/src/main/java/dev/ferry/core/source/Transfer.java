package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One hand-over between agents or to a queue.
public record Transfer(
        CanonicalId fromAgentId,
        @Nullable CanonicalId toAgentId,
        @Nullable String toQueueId,
        Instant requestedAt,
        @Nullable Instant acceptedAt,
        boolean accepted) {}
