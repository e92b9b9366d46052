package dev.ferry.local.intercom.calls;

/// What was decided about a call at the door.
public enum Verdict {
    /// It went through, and what it was answered is its own affair.
    ADMITTED,
    /// More calls than a window allows: 429.
    WINDOW_FULL,
    /// There is no such token: 401.
    UNKNOWN_TOKEN
}
