package dev.ferry.local.salesforce.rest;

import dev.ferry.local.salesforce.bulk.IngestJobs;
import dev.ferry.local.salesforce.bulk.QueryJobs;
import dev.ferry.local.salesforce.dml.Bindings;
import dev.ferry.local.salesforce.dml.Dml;
import dev.ferry.local.salesforce.org.Credentials;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.soql.QueryEngine;
import dev.ferry.local.salesforce.store.OrgStore;

/// The parts of the org that resources work on.
public record Org(
        OrgStore store,
        OrgState state,
        QueryEngine engine,
        Dml dml,
        IngestJobs ingest,
        QueryJobs queries,
        Credentials credentials) {

    OrgSchema schema() {
        return store.schema();
    }

    Bindings bindings() {
        return new Bindings(store.schema(), state);
    }
}
