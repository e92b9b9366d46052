package dev.ferry.core.report;

/// How a run ended, or why it is not going on.
public enum RunStatus {
    /// Every record that was staged stands in the target and the books balance.
    CLEAN,
    /// The run ended and the books balance, but some records were refused or quarantined; the lists name them.
    FINISHED_WITH_REJECTS,
    /// The run waits for a person's decision.
    WAITING,
    /// The run waits for the reset of a quota.
    PARKED,
    /// The run stopped before its end.
    FAILED
}
