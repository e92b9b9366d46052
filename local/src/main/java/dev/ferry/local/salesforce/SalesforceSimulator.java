package dev.ferry.local.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.bulk.IngestJobs;
import dev.ferry.local.salesforce.bulk.IngestProcessor;
import dev.ferry.local.salesforce.bulk.QueryJobs;
import dev.ferry.local.salesforce.dml.Dml;
import dev.ferry.local.salesforce.org.Faults;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.rest.Dump;
import dev.ferry.local.salesforce.rest.HttpFront;
import dev.ferry.local.salesforce.rest.Org;
import dev.ferry.local.salesforce.rest.RequestLog;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.soql.QueryEngine;
import dev.ferry.local.salesforce.store.OrgStore;
import java.net.URI;
import java.util.Iterator;
import java.util.List;

/// A running Salesforce org.
///
/// Its biggest advantage: other people's clients work against it, and every fault of the real thing can be had
/// at will. Its biggest limitation: what Salesforce leaves undocumented is a guess here, marked as a setting.
///
/// *Threading*: safe for concurrent use.
public final class SalesforceSimulator implements AutoCloseable {
    private static final String API_VERSION = "66.0";
    private final Org org;
    private final IngestProcessor processor;
    private final HttpFront front;

    private SalesforceSimulator(Org org, IngestProcessor processor, HttpFront front) {
        this.org = org;
        this.processor = processor;
        this.front = front;
    }

    /// Starts an org, or takes up the one that the state directory holds. *Errors*: `UncheckedIOException` when the
    /// port is taken or the directory cannot be written.
    public static SalesforceSimulator start(SalesforceSimulatorSettings settings) {
        OrgSchema schema = new OrgSchema(settings.org());
        OrgStore store = new OrgStore(schema, settings.stateDirectory());
        OrgState state = new OrgState(
                settings.clock(), settings.seed(), settings.permissions(), settings.rules(), settings.faults());
        QueryEngine engine = new QueryEngine(store, state);
        Dml dml = new Dml(store, state, engine);
        IngestProcessor processor = new IngestProcessor(store, state, dml);
        IngestJobs ingest = new IngestJobs(store, state, processor);
        QueryJobs queries = new QueryJobs(store, state, engine);
        Org org = new Org(store, state, engine, dml, ingest, queries, settings.credentials());
        HttpFront front = new HttpFront(org, settings.port());
        store.replay(event -> replay(event, ingest, queries, front));
        new OrgSeed(store, state).plant(settings);
        ingest.resume();
        queries.resume();
        front.start();
        return new SalesforceSimulator(org, processor, front);
    }

    private static void replay(JsonNode event, IngestJobs ingest, QueryJobs queries, HttpFront front) {
        String kind = event.path("k").asText();
        if (kind.startsWith("ingest.")) {
            ingest.replay(event);
        } else if (kind.startsWith("query.")) {
            queries.replay(event);
        } else {
            front.replay(event);
        }
    }

    /// The address of the org, which is also its login and instance URL. *Shape*: `http://localhost:port`.
    public URI endpoint() {
        return front.endpoint();
    }

    /// The live records of an object as REST would return them, each read when it is asked for.
    public Iterator<JsonNode> dump(String objectName) {
        return new Dump(org, API_VERSION).records(org.store().schema().require(objectName));
    }

    /// The faults in force.
    public Faults faults() {
        return org.state().faults();
    }

    /// Changes the faults.
    public void faults(Faults changed) {
        org.state().faults(changed);
    }

    /// The requests so far, oldest first.
    public List<RequestLog.Entry> requests() {
        return front.log().list();
    }

    /// Stops answering, lets running chunks end, and closes the journal. Unfinished jobs go on at the next start.
    @Override
    public void close() {
        front.close();
        processor.close();
        org.queries().close();
        org.store().close();
    }
}
