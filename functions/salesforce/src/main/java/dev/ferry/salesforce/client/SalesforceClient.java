package dev.ferry.salesforce.client;

import dev.ferry.salesforce.client.auth.Session;
import dev.ferry.salesforce.client.bulk.BulkIngest;
import dev.ferry.salesforce.client.bulk.BulkQueries;
import dev.ferry.salesforce.client.rest.Org;
import dev.ferry.salesforce.client.rest.Queries;
import dev.ferry.salesforce.client.rest.RawCalls;
import dev.ferry.salesforce.client.rest.Records;
import dev.ferry.salesforce.client.rest.Schema;
import java.util.Optional;

/// One Salesforce org, signed in to when first needed.
///
/// Errors: every call throws [SalesforceException] and nothing else, apart from `IllegalArgumentException` for a
/// request that could never be right. Threading: safe; every call blocks its thread, so give each its own virtual
/// thread under a bound.
public interface SalesforceClient {
    /// Signs in, or gives the session that is there. Never needed before other calls; a preflight check wants
    /// it.
    Session connect();

    /// Ingest jobs.
    BulkIngest ingest();

    /// Query jobs.
    BulkQueries bulkQueries();

    /// Writing records by REST.
    Records records();

    /// SOQL by REST.
    Queries queries();

    /// Describing objects.
    Schema schema();

    /// Limits and rough counts.
    Org org();

    /// Resources that have no method of their own.
    RawCalls raw();

    /// The org's use of its API calls as the latest answer told it; empty before the first answer. Sends
    /// nothing.
    Optional<ApiUsage> usage();

    /// The calls that this client has sent, repetitions included and sign-ins not. Sends nothing.
    long callsSent();
}
