package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.soql.Soql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a rollback has to know of records before it touches them: when they changed, and what hangs on them.
record UndoReads(SalesforceClient client) {
    /// What would go with a record, or keep it from going: the object and the field that points at it.
    private static final Map<String, List<Child>> CHILDREN = Map.of(
            "Account",
            List.of(new Child("Contact", "AccountId"), new Child("Case", "AccountId")),
            "Contact",
            List.of(new Child("Case", "ContactId"), new Child("Task", "WhoId")),
            "Case",
            List.of(
                    new Child("EmailMessage", "ParentId"),
                    new Child("Task", "WhatId"),
                    new Child("CaseComment", "ParentId"),
                    new Child(ObjectRules.LINK, "LinkedEntityId")));

    private static final String NO_SUCH_OBJECT = "INVALID_TYPE";

    private record Child(String object, String field) {}

    /// A record that is there.
    ///
    /// @param deletedAs the id by which it is deleted: a version goes with its document
    record Standing(Instant modified, String deletedAs) {}

    /// The records that are there, by id.
    Map<String, Standing> standing(ObjectName object, Collection<String> ids) {
        boolean version = object.value().equals(ObjectRules.FILE);
        boolean link = object.value().equals(ObjectRules.LINK);
        Map<String, Standing> found = new HashMap<>();
        if (link) {
            // A link has no time of its own, and can be asked for by its ends alone.
            ids.forEach(id -> found.put(id, new Standing(Instant.EPOCH, id)));
            return found;
        }
        String columns = version ? "Id, ContentDocumentId, SystemModstamp" : "Id, SystemModstamp";
        String live = object.value().equals(ObjectRules.NOTE) ? "" : " AND IsDeleted = false";
        for (String condition : Soql.inChunks("Id", new TreeSet<>(ids))) {
            String soql = "SELECT " + columns + " FROM " + Soql.field(object.value()) + " WHERE " + condition + live;
            (live.isEmpty() ? client.queries().query(soql) : client.queries().queryAll(soql))
                    .forEachRemaining(row -> found.put(
                            row.path("Id").asText(),
                            new Standing(
                                    FieldText.moment(row.path("SystemModstamp").asText()),
                                    version
                                            ? row.path("ContentDocumentId").asText()
                                            : row.path("Id").asText())));
        }
        return found;
    }

    /// The ids of records on which others hang. What Ferry made of them was deleted before.
    Set<String> used(ObjectName object, Collection<String> ids) {
        Set<String> used = new HashSet<>();
        for (Child child : CHILDREN.getOrDefault(object.value(), List.of())) {
            for (String condition : Soql.inChunks(child.field(), new TreeSet<>(ids))) {
                parents(child, condition, used);
            }
        }
        return used;
    }

    /// How many queries it takes to find the children of a batch.
    static int queries(ObjectName object) {
        return CHILDREN.getOrDefault(object.value(), List.of()).size();
    }

    // Somebody's comments or files, too, would go with their case. What the loading user may not see cannot be asked
    // for by anybody who rolls back.
    private void parents(Child child, String condition, Set<String> used) {
        String soql = "SELECT " + child.field() + " FROM " + child.object() + " WHERE " + condition;
        boolean link = child.object().equals(ObjectRules.LINK);
        try {
            (link ? client.queries().query(soql) : client.queries().queryAll(soql + " AND IsDeleted = false"))
                    .forEachRemaining(row -> used.add(id(row, child.field())));
        } catch (SalesforceException e) {
            if (e.errors().stream().noneMatch(error -> error.code().equals(NO_SUCH_OBJECT))) {
                throw e;
            }
        }
    }

    private static String id(ObjectNode row, String field) {
        return new SalesforceId(row.path(field).asText()).value();
    }
}
