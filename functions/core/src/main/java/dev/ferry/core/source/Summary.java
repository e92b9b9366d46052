package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// A summary of a conversation and where it comes from.
public record Summary(
        String text, SummarySource source, @Nullable String id) {}
