package dev.ferry.local.salesforce.bulk;

import org.jspecify.annotations.Nullable;

/// What a client asked for when it made an ingest job. `object` is in canonical spelling.
public record JobSpec(
        String object,
        Operation operation,
        @Nullable String externalIdFieldName,
        CsvDialect dialect,
        @Nullable String assignmentRuleId,
        String apiVersion,
        String createdById) {}
