package dev.ferry.core.mapping;

/// One way in which a value was changed, replaced or left out while its record was still made. Listed per record
/// and summed by [AdjustmentTally], so the report can show what did not arrive as it was.
///
/// @param field API name of the target field
public record Adjustment(String field, Rule rule) {

    /// What was done.
    public enum Rule {
        /// Text over the field's length was cut and ends in an ellipsis.
        TRUNCATED,
        /// Characters that XML forbids, NUL among them, were removed.
        CONTROL_CHARACTERS_REMOVED,
        /// Half of a surrogate pair was replaced by U+FFFD.
        LONE_SURROGATE_REPLACED,
        /// A number had more decimals than the field keeps.
        ROUNDED,
        /// The source had no value; the default stands.
        DEFAULTED,
        /// The value was not in the table; the default stands.
        UNMAPPED_DEFAULTED,
        /// The value was not in the table and was kept as it was.
        UNMAPPED_KEPT,
        /// The value was not in the table and was left out.
        UNMAPPED_DROPPED,
        /// The value did not fit the field's type; the default stands.
        INVALID_DEFAULTED,
        /// The value did not fit the field's type and was left out.
        INVALID_DROPPED,
        /// No user was decided on for the agent; the default owner stands.
        DEFAULT_OWNER
    }
}
