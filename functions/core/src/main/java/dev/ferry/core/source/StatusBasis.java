package dev.ferry.core.source;

/// The evidence that a conversation's status rests on.
public enum StatusBasis {
    /// End time and end flags of the batch row.
    BATCH_FLAGS,
    /// A pushed event later than the batch row.
    REALTIME_NEWER
}
