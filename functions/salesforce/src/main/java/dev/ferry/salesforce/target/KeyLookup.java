package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Finds records by the external id field.
final class KeyLookup {
    private final SalesforceClient client;

    KeyLookup(SalesforceClient client) {
        this.client = client;
    }

    /// The ids of the records with these keys; archived activities are found too, deleted records are not.
    Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys) {
        Map<CanonicalId, String> found = new HashMap<>();
        if (!ObjectRules.hasKeyField(object)) {
            return found;
        }
        String field = SalesforceTargetSettings.KEY_FIELD;
        for (String condition : Soql.inChunks(
                field, keys.stream().map(CanonicalId::value).sorted().toList())) {
            client.queries()
                    .queryAll("SELECT Id, " + field + " FROM " + Soql.field(object.value()) + " WHERE " + condition
                            + " AND IsDeleted = false")
                    .forEachRemaining(
                            row -> found.put(key(row, field), row.path("Id").asText()));
        }
        return found;
    }

    private static CanonicalId key(ObjectNode row, String field) {
        return new CanonicalId(row.path(field).asText());
    }
}
