package dev.ferry.local.salesforce.soql;

import java.util.List;

/// The condition of a WHERE clause.
public sealed interface Condition {

    /// All parts hold.
    record And(List<Condition> parts) implements Condition {}

    /// At least one part holds.
    record Or(List<Condition> parts) implements Condition {}

    /// The part does not hold.
    record Not(Condition part) implements Condition {}

    /// A field compared with a value. `operator` is one of `= != < > <= >= LIKE`.
    record Compare(Term term, String operator, Operand operand) implements Condition {}

    /// A field among values.
    record In(Term term, boolean negated, List<Operand> operands) implements Condition {}

    /// A field among the results of a sub-select.
    record InSelect(Term term, boolean negated, Query select) implements Condition {}

    /// A multi-select picklist that holds all values of one of the lists.
    record Includes(Term term, boolean negated, List<Operand> operands) implements Condition {}
}
