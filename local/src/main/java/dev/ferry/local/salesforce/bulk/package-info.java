/// Bulk API 2.0: ingest and query jobs.
///
/// A job is a file and a state. Ingest works it off in chunks of 200 rows, and each chunk's records and outcomes
/// are one transaction: after a crash a job goes on behind the last chunk that was kept. Result files are made on
/// demand from the uploaded file and the outcomes, in an order that has nothing to do with the order of the upload.
///
/// Neighbours: `dml` writes the rows, `soql` runs the queries, `rest` is the door.
@NullMarked
package dev.ferry.local.salesforce.bulk;

import org.jspecify.annotations.NullMarked;
