package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stay of a conversation in a queue.
public record QueueVisit(
        String queueId,
        @Nullable String queueName,
        Instant enteredAt,
        @Nullable Instant exitedAt,
        @Nullable Double waitSeconds,
        boolean abandoned) {}
