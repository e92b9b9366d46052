package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// A queue as a conversation names it.
public record QueueRef(@Nullable String id, @Nullable String name) {}
