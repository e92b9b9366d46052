package dev.ferry.local.stepfunctions.interpreter;

/// Where an execution stands.
public enum ExecutionStatus {
    /// It goes on.
    RUNNING("ExecutionStarted"),
    /// It reached its end.
    SUCCEEDED("ExecutionSucceeded"),
    /// A state failed and nothing caught it.
    FAILED("ExecutionFailed"),
    /// It ran longer than its machine allows.
    TIMED_OUT("ExecutionTimedOut"),
    /// Somebody stopped it.
    ABORTED("ExecutionAborted");

    private final String event;

    ExecutionStatus(String event) {
        this.event = event;
    }

    /// The type of the history event that leads to this status.
    String event() {
        return event;
    }
}
