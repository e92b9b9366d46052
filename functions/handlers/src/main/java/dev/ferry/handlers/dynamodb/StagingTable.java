package dev.ferry.handlers.dynamodb;

import dev.ferry.core.staging.BucketCount;

/// The staging area of one migration: its table, its share of the keys, and when its items go.
///
/// @param migrationId first part of every partition key
/// @param buckets what entities are spread over; fixed for the migration's life
public record StagingTable(ItemTable items, String migrationId, BucketCount buckets, Expiry expiry) {}
