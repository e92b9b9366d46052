package dev.ferry.local.salesforce;

import dev.ferry.local.salesforce.dml.FieldPermissionsRules;
import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.org.Permissions;
import dev.ferry.local.salesforce.schema.QueueDefinition;
import dev.ferry.local.salesforce.schema.RecordType;
import dev.ferry.local.salesforce.schema.RecordTypeDefinition;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.UserDefinition;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;
import dev.ferry.local.salesforce.store.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts into an org what was there before any load: organization, profiles, users, queues, record types, permission
/// set. What an earlier start has planted is left as it is.
final class OrgSeed {
    private final OrgStore store;
    private final OrgState org;

    OrgSeed(OrgStore store, OrgState org) {
        this.store = store;
        this.org = org;
    }

    void plant(SalesforceSimulatorSettings settings) {
        store.write(tx -> {
            planted(
                    tx,
                    "Organization",
                    "Name",
                    Map.of("Name", "Ferry Simulator", "OrganizationType", "Enterprise Edition", "IsSandbox", true));
            users(tx, settings);
            for (QueueDefinition queue : settings.org().queues()) {
                Row row = planted(
                        tx,
                        "Group",
                        "DeveloperName",
                        Map.of("DeveloperName", queue.developerName(), "Name", queue.name(), "Type", "Queue"));
                planted(tx, "QueueSobject", "QueueId", Map.of("QueueId", row.id(), "SobjectType", "Case"));
            }
            store.schema().types().forEach(type -> recordTypes(tx, type));
            permissionSet(tx);
            grantedFields(tx);
            return true;
        });
    }

    private void users(Transaction tx, SalesforceSimulatorSettings settings) {
        List<UserDefinition> users = new ArrayList<>();
        Set<String> integration = new TreeSet<>();
        integration.add(settings.credentials().username());
        String runAs = settings.credentials().runAsUser();
        if (runAs != null) {
            integration.add(runAs);
        }
        integration.addAll(settings.credentials().approvedUsers());
        integration.forEach(name ->
                users.add(new UserDefinition(name, name, "Integration", "User", true, "Salesforce Integration")));
        users.addAll(settings.org().users());
        for (UserDefinition user : users) {
            String licence = String.valueOf(user.licence());
            Row profile = planted(tx, "Profile", "UserLicense", Map.of("Name", licence, "UserLicense", licence));
            Map<String, Object> values = new LinkedHashMap<>();
            String first = user.firstName();
            values.put("Username", user.username());
            values.put("Email", user.email());
            values.put("LastName", user.lastName());
            values.put("Name", first == null ? user.lastName() : first + " " + user.lastName());
            values.put(
                    "Alias",
                    user.username().substring(0, Math.min(8, user.username().length())));
            values.put("IsActive", user.active());
            values.put("UserType", licence.equals("Chatter Free") ? "CsnOnly" : "Standard");
            values.put("ProfileId", profile.id());
            values.put("TimeZoneSidKey", "America/New_York");
            values.put("LocaleSidKey", "en_US");
            if (first != null) {
                values.put("FirstName", first);
            }
            planted(tx, "User", "Username", values);
        }
    }

    private void recordTypes(Transaction tx, SObjectType type) {
        List<RecordType> made = new ArrayList<>();
        for (RecordTypeDefinition definition : type.definition().recordTypes()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("DeveloperName", definition.developerName());
            values.put("Name", String.valueOf(definition.name()));
            values.put("SobjectType", type.name());
            values.put("IsActive", !definition.inactive());
            String process = definition.businessProcess();
            if (process != null) {
                values.put(
                        "BusinessProcessId",
                        planted(
                                        tx,
                                        "BusinessProcess",
                                        "Name",
                                        Map.of("Name", process, "TableEnumOrId", type.name(), "IsActive", true))
                                .id());
            }
            made.add(new RecordType(
                    planted(tx, "RecordType", "DeveloperName", values).id(), definition));
        }
        type.recordTypes(made);
    }

    // Field-level security that was granted before a restart.
    private void grantedFields(Transaction tx) {
        SObjectType type = store.schema().require("FieldPermissions");
        Table table = tx.table(type);
        for (int number = 1; number <= table.highest(); number++) {
            Row row = table.at(number);
            if (row != null && row.live()) {
                FieldPermissionsRules.apply(store.schema(), type, row);
            }
        }
    }

    private void permissionSet(Transaction tx) {
        Permissions has = org.permissions();
        Row set = planted(
                tx,
                "PermissionSet",
                "Name",
                Map.of(
                        "Name", "ASAPP_Migration",
                        "Label", "ASAPP Migration",
                        "IsCustom", true,
                        "PermissionsApiEnabled", true,
                        "PermissionsModifyAllData", has.modifyAllData(),
                        "PermissionsCreateAuditFields", has.createAuditFields(),
                        "PermissionsUpdateWithInactiveOwner", has.updateWithInactiveOwner(),
                        "PermissionsBulkApiHardDelete", has.bulkApiHardDelete(),
                        "PermissionsQueryAllFiles", has.queryAllFiles()));
        planted(
                tx,
                "PermissionSetAssignment",
                "PermissionSetId",
                Map.of("PermissionSetId", set.id(), "AssigneeId", integrationUser(tx)));
    }

    private String integrationUser(Transaction tx) {
        return Optional.ofNullable(tx.table(store.schema().require("User")).at(1))
                .map(Row::id)
                .orElseThrow();
    }

    /// The row with that key, made if it is not there.
    private Row planted(Transaction tx, String object, String key, Map<String, ?> values) {
        SObjectType type = store.schema().require(object);
        Object wanted = values.get(key);
        if (wanted == null) {
            throw new IllegalArgumentException(object + " has no " + key + " to be known by");
        }
        Optional<Row> known = tx.table(type).first(key, wanted);
        return known.orElseGet(() -> tx.put(type, new Row(tx.nextId(type), row(type, values), Row.Life.LIVE)));
    }

    private @Nullable Object[] row(SObjectType type, Map<String, ?> values) {
        @Nullable Object[] row = new Object[type.fields().size()];
        values.forEach((name, value) -> row[type.require(name).index()] = value);
        long now = org.now().toEpochMilli();
        for (String stamp : List.of("CreatedDate", "LastModifiedDate", "SystemModstamp")) {
            row[type.require(stamp).index()] = now;
        }
        return row;
    }
}
