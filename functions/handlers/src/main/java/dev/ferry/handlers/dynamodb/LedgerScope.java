package dev.ferry.handlers.dynamodb;

import dev.ferry.core.staging.BucketCount;

/// Which ledger: that of one migration into one target.
///
/// @param target for example `salesforce`
/// @param buckets what keys are spread over; fixed for the ledger's life
public record LedgerScope(String migrationId, String target, BucketCount buckets) {}
