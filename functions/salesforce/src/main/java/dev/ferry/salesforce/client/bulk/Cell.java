package dev.ferry.salesforce.client.bulk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// One value of an ingest row.
///
/// Source: an empty cell keeps the old value on update and is null on insert; `#N/A` is the only way to null
/// a field on update.
public sealed interface Cell {
    /// A value as text. Empty text is the same as [Absent], because CSV cannot tell them apart. `toString` is
    /// `***`.
    record Value(String text) implements Cell {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Nothing said: the field keeps what it has, or is null on insert.
    record Absent() implements Cell {}

    /// The field becomes null, also on update.
    record Null() implements Cell {}

    /// A text.
    static Cell of(String text) {
        return new Value(text);
    }

    /// A moment, written in UTC with milliseconds: `2024-05-17T14:03:22.000Z`. Anything finer is cut off.
    static Cell of(Instant moment) {
        return new Value(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(moment));
    }

    /// A date without a zone: `2024-05-17`.
    static Cell of(LocalDate date) {
        return new Value(date.toString());
    }

    /// A number with a decimal point and no grouping or exponent.
    static Cell of(BigDecimal number) {
        return new Value(number.toPlainString());
    }

    /// A whole number.
    static Cell of(long number) {
        return new Value(Long.toString(number));
    }

    /// `true` or `false`.
    static Cell of(boolean flag) {
        return new Value(Boolean.toString(flag));
    }

    /// The cell that says nothing.
    static Cell absent() {
        return new Absent();
    }

    /// The cell that nulls the field.
    static Cell nulled() {
        return new Null();
    }
}
