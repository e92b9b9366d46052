package dev.ferry.core.source;

/// The evidence that a conversation's status rests on.
public enum StatusBasis {
    /// End time and end flags of the batch row.
    BATCH_FLAGS,
    /// A pushed event later than the batch row.
    REALTIME_NEWER,
    /// The end of the contact that the AI Services feed gives.
    CONTACT_END,
    /// How long ago the last message was: AI Services give no end of this conversation.
    INACTIVITY,
    /// What the conversation's own file says.
    EXTENSION
}
