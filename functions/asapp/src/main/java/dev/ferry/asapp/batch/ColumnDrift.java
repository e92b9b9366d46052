package dev.ferry.asapp.batch;

/// How a column of a feed departs from what is known of the feed.
public enum ColumnDrift {
    /// The export's schema file describes it, Ferry does not know it; or there is no schema file.
    NOT_IN_CATALOGUE,
    /// Ferry knows it, the export's schema file does not describe it.
    NOT_IN_SCHEMA_FILE,
    /// Neither Ferry nor the export's schema file has it.
    NOT_IN_EITHER
}
