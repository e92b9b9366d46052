package dev.ferry.salesforce.client;

import dev.ferry.core.time.Sleeper;
import dev.ferry.http.Wire;
import dev.ferry.salesforce.client.auth.Session;
import dev.ferry.salesforce.client.auth.SessionCache;
import dev.ferry.salesforce.client.auth.SessionStore;
import dev.ferry.salesforce.client.bulk.BulkIngest;
import dev.ferry.salesforce.client.bulk.BulkQueries;
import dev.ferry.salesforce.client.bulk.HttpBulkIngest;
import dev.ferry.salesforce.client.bulk.HttpBulkQueries;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import dev.ferry.salesforce.client.internal.TokenEndpoint;
import dev.ferry.salesforce.client.internal.UsageMeter;
import dev.ferry.salesforce.client.rest.HttpOrg;
import dev.ferry.salesforce.client.rest.HttpQueries;
import dev.ferry.salesforce.client.rest.HttpRawCalls;
import dev.ferry.salesforce.client.rest.HttpRecords;
import dev.ferry.salesforce.client.rest.HttpSchema;
import dev.ferry.salesforce.client.rest.Org;
import dev.ferry.salesforce.client.rest.Queries;
import dev.ferry.salesforce.client.rest.RawCalls;
import dev.ferry.salesforce.client.rest.Records;
import dev.ferry.salesforce.client.rest.Schema;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// [SalesforceClient] over `java.net.http`. Making one sends nothing.
public final class HttpSalesforceClient implements SalesforceClient {
    private final SessionCache sessions;
    private final UsageMeter meter = new UsageMeter();
    private final BulkIngest ingest;
    private final BulkQueries bulkQueries;
    private final Records records;
    private final Queries queries;
    private final Schema schema;
    private final Org org;
    private final RawCalls raw;

    /// What the client takes from its surroundings.
    ///
    /// `http` must not follow redirects; its connect timeout is the client's. `random` spreads waits and must
    /// be safe for many threads when the client has many. `sessions` keeps the session between processes.
    public record Surroundings(
            HttpClient http, Clock clock, RandomGenerator random, Sleeper sleeper, SessionStore sessions) {
        /// Real waiting, and sessions that end with the process.
        public static Surroundings of(HttpClient http, Clock clock, RandomGenerator random) {
            return new Surroundings(http, clock, random, Sleeper.system(), SessionStore.none());
        }
    }

    /// A client that waits in real time and keeps its session to itself.
    public HttpSalesforceClient(SalesforceConfig config, HttpClient http, Clock clock, RandomGenerator random) {
        this(config, Surroundings.of(http, clock, random));
    }

    /// A client in the given surroundings.
    public HttpSalesforceClient(SalesforceConfig config, Surroundings around) {
        var wire = new Wire(around.http(), config.timeouts());
        var signIn = new TokenEndpoint(wire, config.loginHost(), config.credentials(), around.clock());
        sessions = new SessionCache(signIn, around.sessions(), config.sessionMaxAge(), around.clock());
        var patience = new ApiTransport.Patience(config.retry(), around.random(), around.sleeper(), around.clock());
        var transport = new ApiTransport(wire, sessions, patience, config.budget(), meter);
        var paths = new Paths(config.apiVersion());
        ingest = new HttpBulkIngest(transport, paths);
        bulkQueries = new HttpBulkQueries(transport, paths);
        records = new HttpRecords(transport, paths, config.automation());
        queries = new HttpQueries(transport, paths);
        schema = new HttpSchema(transport, paths);
        org = new HttpOrg(transport, paths);
        raw = new HttpRawCalls(transport, paths, config.automation(), around.random());
    }

    @Override
    public Session connect() {
        return sessions.current();
    }

    @Override
    public BulkIngest ingest() {
        return ingest;
    }

    @Override
    public BulkQueries bulkQueries() {
        return bulkQueries;
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Queries queries() {
        return queries;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Org org() {
        return org;
    }

    @Override
    public RawCalls raw() {
        return raw;
    }

    @Override
    public Optional<ApiUsage> usage() {
        return meter.latest();
    }

    @Override
    public long callsSent() {
        return meter.calls();
    }
}
