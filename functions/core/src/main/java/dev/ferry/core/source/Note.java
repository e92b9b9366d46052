package dev.ferry.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something written about a conversation that the customer never saw.
///
/// @param messageId canonical id of the message that it also is, for quick notes and whispers
/// @param summaryId the source's id of the summary that it is
/// @param current whether no newer summary of its type replaces it; absent for what is no summary of AI Services
public record Note(
        CanonicalId id,
        NoteType type,
        String text,
        @Nullable Instant at,
        @Nullable CanonicalId agentId,
        @Nullable CanonicalId messageId,
        @Nullable String summaryId,
        @Nullable Boolean current) {}
