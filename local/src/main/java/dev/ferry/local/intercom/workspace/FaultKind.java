package dev.ferry.local.intercom.workspace;

/// What can go wrong with a call.
public enum FaultKind {
    /// An error status, before anything happened.
    STATUS,
    /// An error status, after it was done.
    STATUS_AFTER,
    /// The connection breaks before anything happened.
    DROP,
    /// The connection breaks after it was done.
    DROP_AFTER,
    /// It is done and answered with cut-off JSON.
    MALFORMED,
    /// It is done twice.
    TWICE
}
