package dev.ferry.core.source;

/// How a conversation stands. A merged issue has no status of its own: it is part of the issue it was merged
/// into.
public enum ConversationStatus {
    OPEN,
    RESOLVED,
    UNRESOLVED,
    TIMED_OUT,
    AUTO_ENDED,
    OTHER_ENDED
}
