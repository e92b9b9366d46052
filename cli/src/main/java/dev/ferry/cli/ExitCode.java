package dev.ferry.cli;

import dev.ferry.core.report.RunStatus;

/// What the shell is told.
public enum ExitCode {
    /// Done, and nothing to look at.
    CLEAN(0),
    /// Something is wrong; one line on standard error says what.
    ERROR(1),
    /// Finished, but some records were quarantined or refused.
    FINISHED_WITH_REJECTS(2),
    /// The run waits for a person.
    WAITING(3),
    /// The run waits for the reset of a quota.
    PARKED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /// The number.
    public int code() {
        return code;
    }

    /// The code of a run's end.
    public static ExitCode of(RunStatus status) {
        return switch (status) {
            case CLEAN -> CLEAN;
            case FINISHED_WITH_REJECTS -> FINISHED_WITH_REJECTS;
            case WAITING -> WAITING;
            case PARKED -> PARKED;
            case FAILED -> ERROR;
        };
    }
}
