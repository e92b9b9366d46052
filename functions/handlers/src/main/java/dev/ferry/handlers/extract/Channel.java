package dev.ferry.handlers.extract;

/// By which way files other than those of the batch export came.
public enum Channel {
    /// Copies of what the File Exporter of AI Services gives out.
    FILE_EXPORTER,
    /// Pushed events that a receiver has stored.
    EVENTS
}
