package dev.ferry.salesforce.client.rest;

import java.util.List;

/// What objects and fields the org has, as the signed-in user sees them. All methods block and are repeated
/// when Salesforce does not answer.
public interface Schema {
    /// One object with its fields. Throws `NOT_FOUND` for an object that does not exist or is hidden.
    SObjectDescribe describe(String object);

    /// All objects.
    List<SObjectSummary> objects();
}
