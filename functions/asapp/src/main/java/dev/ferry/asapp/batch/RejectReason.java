package dev.ferry.asapp.batch;

/// Why a line cannot be taken along.
public enum RejectReason {
    /// Not one JSON text, or not UTF-8.
    BAD_JSON,
    /// A column of the unique condition, or the entity's id, is absent, null or empty.
    MISSING_ID,
    /// Not an object, an id that is no id, or a time that cannot be read.
    WRONG_TYPE,
    /// Longer than the limit for a line.
    TOO_LONG,
    /// From this line on the file cannot be read: it is truncated or corrupt.
    BROKEN_FILE,
    /// A field of a crosswalk file does not hold what it should.
    BAD_FIELD
}
