package dev.ferry.core.mapping.convert;

/// What becomes of a value that is missing, unknown or unfit.
///
/// @param required a missing value quarantines the record
/// @param unmapped for a value that is not in the table
/// @param unfit for a value that does not fit the type
public record Policy(boolean required, Remedy unmapped, Remedy unfit) {

    /// A way to go on.
    public enum Remedy {
        QUARANTINE,
        KEEP,
        DROP,
        DEFAULT
    }
}
