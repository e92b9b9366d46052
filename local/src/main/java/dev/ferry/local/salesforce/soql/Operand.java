package dev.ferry.local.salesforce.soql;

import java.time.Instant;
import java.time.LocalDate;

/// A value in a condition.
public sealed interface Operand {

    /// `'text'`.
    record Text(String value) implements Operand {}

    /// `12.5`.
    record Number(double value) implements Operand {}

    /// `true`.
    record Flag(boolean value) implements Operand {}

    /// `null`.
    record Nothing() implements Operand {}

    /// `2024-05-17`.
    record Day(LocalDate value) implements Operand {}

    /// `2024-05-17T14:03:22Z`.
    record Moment(Instant value) implements Operand {}

    /// A date literal, a span of days such as `TODAY` or `LAST_N_DAYS:30`.
    record Span(String literal) implements Operand {}
}
