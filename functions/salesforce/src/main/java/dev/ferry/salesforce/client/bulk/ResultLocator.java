package dev.ferry.salesforce.client.bulk;

/// Where the next page of a query's results begins; opaque. It can be kept, to go on after a crash.
public record ResultLocator(String value) {}
