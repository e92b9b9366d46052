package dev.ferry.core.source;

import org.jspecify.annotations.Nullable;

/// What a conversation is and how it stands, with the evidence that says so.
///
/// @param provisional whether a later batch may still change the status
/// @param batchStatus the batch row's status where newer evidence has replaced it
public record ConversationState(
        EngagementKind kind,
        ConversationStatus status,
        StatusBasis statusBasis,
        boolean provisional,
        @Nullable ConversationStatus batchStatus) {}
