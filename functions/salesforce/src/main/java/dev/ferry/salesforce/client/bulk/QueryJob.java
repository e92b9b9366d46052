package dev.ferry.salesforce.client.bulk;

import org.jspecify.annotations.Nullable;

/// A query job as Salesforce reports it. A failed one seldom says why: try the query by REST with `LIMIT 1`
/// first.
public record QueryJob(
        JobId id, JobState state, long processed, @Nullable String errorMessage) {}
