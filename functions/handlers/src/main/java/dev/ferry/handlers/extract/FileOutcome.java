package dev.ferry.handlers.extract;

/// What became of one file.
///
/// *Shape*: `{"key","outcome"}`.
public record FileOutcome(String key, Outcome outcome) {

    /// The ends that a file can come to; what may heal is an exception instead.
    public enum Outcome {
        /// It is in staging.
        READ,
        /// It was in staging, the same state of it.
        SKIPPED,
        /// It cannot be read. It is in the list `unreadable`, and the books will not balance.
        UNREADABLE
    }
}
