package dev.ferry.local.salesforce.dml;

/// What became of a row.
public sealed interface RowResult {

    /// The row was written. `created` tells an insert from an update or a delete.
    record Saved(String id, boolean created) implements RowResult {}

    /// The row was refused and left no trace.
    record Refused(RowError error) implements RowResult {}
}
