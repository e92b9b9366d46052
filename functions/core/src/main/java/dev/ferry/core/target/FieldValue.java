package dev.ferry.core.target;

import dev.ferry.core.source.CanonicalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// A value that a mapping gives to one field of a target record. A field without a value is left out of the record.
public sealed interface FieldValue {

    /// Text, already cut to the field's length. Personal as a rule, so it never shows in a log.
    record Text(String value) implements FieldValue {
        @Override
        public String toString() {
            return "Text[***]";
        }
    }

    /// A number. Compared and hashed by value: `1.0` equals `1`.
    record Numeric(BigDecimal value) implements FieldValue {
        public Numeric {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /// A boolean.
    record Flag(boolean value) implements FieldValue {}

    /// A calendar date without a zone.
    record Day(LocalDate value) implements FieldValue {}

    /// A moment, in the millisecond precision that targets keep.
    record Moment(Instant value) implements FieldValue {
        public Moment {
            value = Instant.ofEpochMilli(value.toEpochMilli());
        }
    }

    /// The id, in the target, of the record that was made from another canonical record, settled from the ledger
    /// before loading. A record whose required reference cannot be settled is quarantined as an orphan; an optional
    /// one is left out and listed.
    record Reference(ObjectName object, CanonicalId key, boolean required) implements FieldValue {}

    /// An id of the target that needs no ledger, for example a record type or the owner that a person decided on.
    record TargetId(String value) implements FieldValue {}
}
