package dev.ferry.local.salesforce.rest;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import java.util.Optional;

/// Finds users and the organization.
final class Users {
    private Users() {}

    static Optional<Row> active(OrgStore store, String username) {
        SObjectType type = store.schema().require("User");
        return store.read(() -> store.table(type).findLive(type.require("Username"), username).stream()
                .filter(row -> Boolean.TRUE.equals(row.value(type.require("IsActive"))))
                .findFirst());
    }

    static String organizationId(OrgStore store) {
        return store.read(() -> {
            Row row = store.table(store.schema().require("Organization")).at(1);
            return row == null ? "" : row.id();
        });
    }
}
