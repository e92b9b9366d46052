package dev.ferry.salesforce.client.bulk;

/// Query jobs of Bulk API 2.0. All methods block and throw [dev.ferry.salesforce.client.SalesforceException].
///
/// Source: no GROUP BY, aggregates, OFFSET, TYPEOF, subqueries or compound fields; the order of columns is
/// that of the SELECT.
public interface BulkQueries {
    /// Which records a query sees.
    enum Scope {
        /// What users see.
        LIVE("query"),
        /// Also deleted records and archived activities.
        ALL("queryAll");

        private final String operation;

        Scope(String operation) {
            this.operation = operation;
        }

        /// The operation as Salesforce writes it.
        public String operation() {
            return operation;
        }
    }

    /// Starts a query. Sent once; a job whose answer was lost costs nothing but its place in the list.
    QueryJob create(Scope scope, String soql);

    /// The job as it stands. Repeated when Salesforce does not answer.
    QueryJob read(JobId job);

    /// Ends the job early. Sent once.
    QueryJob abort(JobId job);

    /// Removes a finished job and its results. A job that is not there is a success.
    void delete(JobId job);

    /// The first page of at most so many rows.
    QueryPage firstPage(JobId job, int maxRows);

    /// The page that begins at a locator of the same job.
    QueryPage page(JobId job, ResultLocator from, int maxRows);

    /// All rows, page after page as they are read. Must be closed.
    QueryRows rows(JobId job, int rowsPerPage);
}
