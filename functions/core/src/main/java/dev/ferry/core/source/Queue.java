package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// One queue of the contact centre.
public record Queue(
        CanonicalId id,
        String queueId,
        @Nullable String queueKey,
        @Nullable String name) {}
