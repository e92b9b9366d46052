package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import dev.ferry.salesforce.client.internal.Paths;

/// A record to write: the object it belongs to and its fields, where JSON `null` clears a field. `toString`
/// shows no values.
public record SObjectRecord(String object, ObjectNode fields) {
    /// Copies the fields.
    public SObjectRecord {
        Paths.name(object);
        fields = fields.deepCopy();
    }

    /// The record as Collections take it, with its type inside.
    ObjectNode withAttributes() {
        var record = Json.object();
        record.putObject("attributes").put("type", object);
        return record.setAll(fields);
    }

    @Override
    public String toString() {
        return "SObjectRecord[" + object + " " + fields.properties().size() + " fields]";
    }
}
