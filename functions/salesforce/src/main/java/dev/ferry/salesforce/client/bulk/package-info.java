/// Bulk API 2.0: ingest jobs and their CSV files, their results, and query jobs.
///
/// A file is laid out by [dev.ferry.salesforce.client.bulk.CsvLayout], written by
/// [dev.ferry.salesforce.client.bulk.IngestCsvWriter], described as an
/// [dev.ferry.salesforce.client.bulk.IngestChunk], and carried by
/// [dev.ferry.salesforce.client.bulk.BulkIngest]; result rows come back as
/// [dev.ferry.salesforce.client.bulk.ResultRows].
///
/// Invariants: a job takes one file; a job is never made for no rows; results are found by column name and
/// joined by key, never by position; neither a file nor its results are ever whole in memory.
@NullMarked
package dev.ferry.salesforce.client.bulk;

import org.jspecify.annotations.NullMarked;
