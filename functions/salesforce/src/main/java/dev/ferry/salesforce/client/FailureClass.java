package dev.ferry.salesforce.client;

/// What can be done about a refused record, by the kind of its error code.
public enum FailureClass {
    /// Send the same row again later (R).
    RETRY('R'),
    /// Change the data by a rule, then send it again (F).
    FIX('F'),
    /// The org or the client is set up wrongly: stop the phase, every further row would fail the same way (C).
    CONFIGURATION('C'),
    /// A person must look at this row (X).
    REVIEW('X'),
    /// The record may be there already: settle against the ledger and the org (L).
    SETTLE('L');

    private final char letter;

    FailureClass(char letter) {
        this.letter = letter;
    }

    /// The one-letter name used in reports.
    public char letter() {
        return letter;
    }
}
