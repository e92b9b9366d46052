package dev.ferry.cli.cloud;

import dev.ferry.core.staging.BucketCount;

/// Which records: those of one migration into one target, spread over its buckets.
public record RecordScope(String migrationId, String target, BucketCount buckets) {}
