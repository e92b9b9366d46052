package dev.ferry.local.salesforce.dml;

import java.util.List;

/// Carries a [RowError] out of the rules to the writer, which turns it into a value. It has no stack trace:
/// refusals are as ordinary as rows.
final class RefusedRow extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient RowError error;

    RefusedRow(RowError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    static RefusedRow of(String code, String message, String... fields) {
        return new RefusedRow(new RowError(null, code, message, List.of(fields)));
    }

    RowError error() {
        return error;
    }
}
