package dev.ferry.local.asapp.calls;

/// What was decided about a request at the door.
public enum Verdict {
    /// It went through, and what it was answered is its own affair.
    ADMITTED,
    /// More requests than a second allows: 429.
    SPIKE_ARREST,
    /// More requests than a day allows: 429.
    DAY_EXHAUSTED,
    /// The key was revoked: 401.
    REVOKED,
    /// There is no such key: 401.
    UNKNOWN_KEY,
    /// A presigned URL, which needs no key.
    DOWNLOAD
}
