package dev.ferry.core.source;

/// The evidence that a conversation's segments were computed from.
public enum SegmentBasis {
    /// The metadata of AI Services.
    FX_METADATA,
    /// Columns of batch rows, in the words of the metadata.
    BATCH_COLUMNS,
    /// Nothing: only segments that match everything do.
    NONE
}
