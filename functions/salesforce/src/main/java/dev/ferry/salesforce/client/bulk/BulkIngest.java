package dev.ferry.salesforce.client.bulk;

import java.util.stream.Stream;

/// Ingest jobs of Bulk API 2.0, one call each, in the order create, upload, close, read until final,
/// download.
///
/// A crash between any two calls is survived by whoever has written down the job id after [#create]. All
/// methods block and throw [dev.ferry.salesforce.client.SalesforceException].
public interface BulkIngest {
    /// Creates an open job. Sent once: when its answer is lost an empty job may be left over, which holds no
    /// data and ends by itself after 24 hours.
    IngestJob create(IngestRequest request);

    /// Sends the one file of an open job, streaming it. Sent once (but again after a renewed session): when
    /// its answer is lost, abort the job and start over; nothing has been processed.
    void upload(JobId job, IngestChunk chunk);

    /// Hands the job over for processing. When the answer is lost the job's state is read and the call
    /// repeated only if the job is still open.
    IngestJob close(JobId job);

    /// The job as it stands. Repeated when Salesforce does not answer.
    IngestJob read(JobId job);

    /// Ends a job early; rows already done stay done. A lost answer is settled as in [#close]. Throws
    /// `INVALID_JOB_STATE` for a finished job.
    IngestJob abort(JobId job);

    /// Removes a finished job and its results. A job that is not there (any more) is a success. Throws when
    /// the job is not finished.
    void delete(JobId job);

    /// The ingest jobs of the org, newest pages first as Salesforce orders them, fetched page by page (1,000
    /// each) as the stream is read. No progress in them.
    Stream<IngestJob> list();

    /// The rows that were done. Repeated until the download begins.
    ResultRows<ResultRow.Successful> successful(JobId job);

    /// The rows that were refused, each with its error.
    ResultRows<ResultRow.Failed> failed(JobId job);

    /// The rows that were never reached.
    ResultRows<ResultRow.Unprocessed> unprocessed(JobId job);
}
