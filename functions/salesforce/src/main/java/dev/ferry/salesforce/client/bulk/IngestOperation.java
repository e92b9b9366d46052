package dev.ferry.salesforce.client.bulk;

import java.util.Arrays;
import java.util.Optional;

/// What an ingest job does with its rows.
public enum IngestOperation {
    /// Creates records; the only way to set audit fields.
    INSERT("insert"),
    /// Changes records found by `Id`.
    UPDATE("update"),
    /// Creates or changes records found by an external id.
    UPSERT("upsert"),
    /// Moves records to the recycle bin.
    DELETE("delete"),
    /// Removes records for good; needs the permission Bulk API Hard Delete.
    HARD_DELETE("hardDelete");

    private final String text;

    IngestOperation(String text) {
        this.text = text;
    }

    /// The operation as Salesforce writes it; letter case matters.
    public String text() {
        return text;
    }

    static Optional<IngestOperation> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}
