package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// How a conversation went.
///
/// @param csatRaw the rating as given; its scale depends on the subsidiary and is in `csatScale` when it is known
public record ConversationOutcome(
        @Nullable Double csatRaw,
        @Nullable String csatScale,
        @Nullable String sentiment,
        @Nullable String dispositionType,
        @Nullable String dispositionNotes,
        @Nullable String terminationType,
        @Nullable String subsidiary) {}
