package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Transaction;

/// What the rules of one row need to know. `upsert` is set when the row is part of an upsert.
record DmlContext(OrgStore store, OrgState org, Transaction tx, DmlOptions options, boolean upsert) {

    OrgSchema schema() {
        return store.schema();
    }

    long now() {
        return org.now().toEpochMilli();
    }

    /// Whether audit fields may be given for the row that is being inserted.
    boolean auditAllowed() {
        return !org.rules().auditFields()
                || (org.permissions().createAuditFields()
                        && org.permissions().modifyAllData()
                        && (!upsert || org.rules().auditFieldsOnUpsert()));
    }
}
