package dev.ferry.salesforce.client.bulk;

import dev.ferry.salesforce.client.SalesforceId;

/// The id of an ingest or query job (prefix `750`).
public record JobId(String value) {
    /// Refuses what is no Salesforce id.
    public JobId {
        if (!SalesforceId.isId(value)) {
            throw new IllegalArgumentException(
                    "A job id has 15 or 18 letters and digits, this one has " + value.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
