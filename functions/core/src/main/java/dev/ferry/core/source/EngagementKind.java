package dev.ferry.core.source;

/// The medium of a conversation.
public enum EngagementKind {
    MESSAGING,
    CALL,
    EMAIL
}
