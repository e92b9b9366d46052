package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Table;

/// The org's storage as the platform counts it: 2 KB a record, mails at their true size, files apart.
public final class Storage {
    private static final long MB = 1_048_576;
    private final OrgStore store;
    private final OrgState org;

    Storage(OrgStore store, OrgState org) {
        this.store = store;
        this.org = org;
    }

    /// Data storage used. *Units*: bytes.
    public long dataBytes() {
        long bytes = 0;
        for (SObjectType type : store.schema().types()) {
            if (!type.definition().internal()) {
                bytes += store.table(type).dataBytes();
            }
        }
        return bytes;
    }

    /// File storage used. *Units*: bytes.
    public long fileBytes() {
        return store.table(store.schema().require("ContentVersion")).fileBytes()
                + store.table(store.schema().require("ContentNote")).fileBytes();
    }

    void checkRoom(Draft draft) {
        if (!org.rules().storageAccounting()) {
            return;
        }
        byte[] body = draft.body();
        boolean full = body == null
                ? dataBytes() + Table.RECORD_BYTES > org.faults().storageMB() * MB
                : fileBytes() + body.length > org.faults().fileStorageMB() * MB;
        if (full) {
            throw RefusedRow.of("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded");
        }
    }
}
