package dev.ferry.local.salesforce.schema;

/// A record type with the id it has in this org.
public record RecordType(String id, RecordTypeDefinition definition) {

    /// The id by which describe names the absence of a record type.
    public static final String MASTER_ID = "012000000000000AAA";
}
