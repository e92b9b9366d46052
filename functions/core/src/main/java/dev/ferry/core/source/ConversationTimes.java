package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The moments of a conversation's life.
///
/// @param endedAt absent while it is open
/// @param lastEventAt the source's logical time of the newest row, not the time of the last message
public record ConversationTimes(
        @Nullable Instant createdAt,
        @Nullable Instant firstMessageAt,
        @Nullable Instant assignedAt,
        @Nullable Instant endedAt,
        @Nullable Instant lastEventAt) {}
