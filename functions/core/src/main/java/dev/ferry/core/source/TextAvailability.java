package dev.ferry.core.source;

/// Whether a message's text could be had.
public enum TextAvailability {
    PRESENT,
    PURGED,
    REDACTED,
    NOT_EXPORTED
}
