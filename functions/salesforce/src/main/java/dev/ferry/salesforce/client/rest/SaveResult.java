package dev.ferry.salesforce.client.rest;

import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceId;
import java.util.List;

/// What became of one record of a write.
public sealed interface SaveResult {
    /// It was written; `created` tells a new record from a changed or deleted one.
    record Saved(SalesforceId id, boolean created) implements SaveResult {}

    /// It was refused and nothing was written.
    record Refused(List<RecordError> errors) implements SaveResult {
        /// Copies the errors.
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /// The key of an upsert matches several records (HTTP 300), and nothing was written. Only
    /// [Records#upsertOne] answers so.
    record SeveralMatches(List<SalesforceId> ids) implements SaveResult {
        /// Copies the ids.
        public SeveralMatches {
            ids = List.copyOf(ids);
        }
    }
}
