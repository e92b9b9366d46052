package dev.ferry.salesforce.client.rest;

/// SOQL by REST. All methods block, are repeated when Salesforce does not answer, and throw
/// [dev.ferry.salesforce.client.SalesforceException].
public interface Queries {
    /// The records that users see, fetched page by page (2,000 each) as they are read.
    QueryResult query(String soql);

    /// The same with deleted records and archived activities. Source: closed Tasks older than a year leave
    /// the plain query.
    QueryResult queryAll(String soql);

    /// The number that a `SELECT COUNT() FROM ...` gives, without deleted and archived records.
    long count(String soql);

    /// The number that a `SELECT COUNT() FROM ...` gives, with deleted and archived records.
    long countAll(String soql);
}
