package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.internal.Paths;

/// The external id by which one record is upserted. `toString` shows no value.
public record ExternalKey(String field, String value) {
    /// Refuses a blank value: Salesforce would take it for a new record and make a silent duplicate.
    public ExternalKey {
        Paths.name(field);
        if (value.isBlank()) {
            throw new IllegalArgumentException("A blank " + field + " would make a new record each time");
        }
    }

    @Override
    public String toString() {
        return field + "=***";
    }
}
