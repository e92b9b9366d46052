package dev.ferry.core.report;

/// A column of a feed that departs from what is known of the feed.
///
/// @param drift `NOT_IN_CATALOGUE`, `NOT_IN_SCHEMA_FILE` or `NOT_IN_EITHER`
/// @param since the first partition that has it, for example `dt=2026-09-15/hr=14/mi=00`
public record DriftedColumn(String column, String drift, String since) {

    /// The departure in words.
    public String meaning() {
        return switch (drift) {
            case "NOT_IN_CATALOGUE" -> "new to Ferry";
            case "NOT_IN_SCHEMA_FILE" -> "not in the export's schema file";
            case "NOT_IN_EITHER" -> "new to Ferry, and not in the export's schema file";
            default -> drift;
        };
    }
}
