package dev.ferry.core.report;

import java.util.List;

/// The lists that a run leaves, with the columns of each.
public enum ListKind {
    FAILED("failed", "object", "key", "code", "field", "reason", "hint", "attempts"),
    QUARANTINED("quarantined", "object", "key", "code", "where", "reason", "hint"),
    UNMATCHED_OWNERS("unmatched-owners", "agent", "reason", "conversations", "decision"),
    MERGED("merged", "object", "key", "into", "evidence"),
    MATCHED("matched", "object", "key", "id", "filled"),
    FILTERED("filtered", "object", "key", "rule"),
    ADJUSTED("adjusted", "object", "key", "field", "rule"),
    INCOMPLETE("incomplete", "object", "key", "code", "missing"),
    GAPS("gaps", "issue", "code", "first-event", "last-event", "events", "types"),
    STRUCTURED_VALUES("structured-values", "key", "code", "field", "detail"),
    UNAVAILABLE("unavailable", "channel", "code", "detail"),
    COLUMNS("columns", "feed", "column", "drift", "since");

    private final String label;
    private final List<String> columns;

    ListKind(String label, String... columns) {
        this.label = label;
        this.columns = List.of(columns);
    }

    /// The list's name, for example `unmatched-owners`.
    public String label() {
        return label;
    }

    /// The header row.
    public List<String> columns() {
        return columns;
    }

    /// The file, relative to the run's folder.
    public String file() {
        return "lists/" + label + ".csv";
    }

    /// The list that a row belongs to.
    public static ListKind of(ListRow row) {
        return switch (row) {
            case ListRow.Failed _ -> FAILED;
            case ListRow.Quarantined _ -> QUARANTINED;
            case ListRow.UnmatchedOwner _ -> UNMATCHED_OWNERS;
            case ListRow.Merged _ -> MERGED;
            case ListRow.Matched _ -> MATCHED;
            case ListRow.Filtered _ -> FILTERED;
            case ListRow.Adjusted _ -> ADJUSTED;
            case ListRow.Incomplete _ -> INCOMPLETE;
            case ListRow.Gap _ -> GAPS;
            case ListRow.StructuredValue _ -> STRUCTURED_VALUES;
            case ListRow.Unavailable _ -> UNAVAILABLE;
            case ListRow.Drifted _ -> COLUMNS;
        };
    }
}
