package dev.ferry.core.source;

/// What a conversation is and how it stands, with the evidence that says so.
///
/// @param provisional whether a later batch may still change the status
public record ConversationState(
        EngagementKind kind, ConversationStatus status, StatusBasis statusBasis, boolean provisional) {}
