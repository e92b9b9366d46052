package dev.ferry.salesforce.client;

/// Which record already holds a unique value, read from a `DUPLICATE_VALUE` error.
///
/// Source: the id stands only in the wording, which Salesforce may change; hence [Unnamed], upon which the
/// caller asks by SOQL for the record with its own external id.
public sealed interface ValueHolder {
    /// The error named the record. Its external id must still be compared before it counts as ours.
    record Named(SalesforceId id) implements ValueHolder {}

    /// A duplicate, but the wording named no record: query for it.
    record Unnamed() implements ValueHolder {}

    /// The error is of another kind.
    record NotADuplicate() implements ValueHolder {}
}
