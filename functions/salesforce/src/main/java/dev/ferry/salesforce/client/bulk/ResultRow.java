package dev.ferry.salesforce.client.bulk;

import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceId;
import org.jspecify.annotations.Nullable;

/// One row of a job's result files. `row` holds the columns that were sent (only those that matched a field),
/// by name.
///
/// Source: rows come back in any order, and numbers may come back rewritten: join on a text key.
public sealed interface ResultRow {
    /// The columns that came back.
    CsvRow row();

    /// A row that was done; `created` is false when an existing record was changed or deleted.
    record Successful(SalesforceId id, boolean created, CsvRow row) implements ResultRow {}

    /// A row that was refused; `id` is known for some updates and deletes only.
    record Failed(@Nullable SalesforceId id, RecordError error, CsvRow row) implements ResultRow {}

    /// A row that was never reached.
    record Unprocessed(CsvRow row) implements ResultRow {}
}
