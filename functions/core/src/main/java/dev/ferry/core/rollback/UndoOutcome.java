package dev.ferry.core.rollback;

/// What became of one record that was to be undone.
public sealed interface UndoOutcome {

    /// It is not in the target any more, by this or an earlier attempt or by somebody else's hand.
    record Removed() implements UndoOutcome {}

    /// It is as it was before the run.
    record Restored() implements UndoOutcome {}

    /// The target has no way to undo it.
    ///
    /// @param code for programs, for example `archived_only`
    /// @param reason for people
    /// @param stands whether a later run may take it for loaded
    record Left(String code, String reason, boolean stands) implements UndoOutcome {}

    /// It was left alone because somebody has changed it or uses it.
    ///
    /// @param code for programs, for example `changed_since`
    /// @param reason for people, without contents
    record Spared(String code, String reason) implements UndoOutcome {}

    /// The target refused.
    ///
    /// @param code the target's own
    /// @param reason what it said, without contents
    /// @param hint what a person can do
    record Failed(String code, String reason, String hint) implements UndoOutcome {}
}
