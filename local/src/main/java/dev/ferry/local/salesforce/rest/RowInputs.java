package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.dml.Binding;
import dev.ferry.local.salesforce.dml.Bindings;
import dev.ferry.local.salesforce.dml.RowInput;
import dev.ferry.local.salesforce.dml.UnknownColumn;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns JSON records into rows. A nested object is a parent named by its key: `"Account":{"ASAPP_Id__c":"x"}`.
final class RowInputs {
    private final Bindings bindings;

    RowInputs(Bindings bindings) {
        this.bindings = bindings;
    }

    RowInput read(SObjectType type, JsonNode record) {
        List<Binding> columns = new ArrayList<>();
        List<@Nullable Object> cells = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            // The id is in the address or is the row's name, not one of its values.
            if (name.equals("attributes") || name.equalsIgnoreCase("Id")) {
                continue;
            }
            if (value.isObject()) {
                parent(type, name, value, columns, cells);
            } else {
                columns.add(bound(type, name));
                cells.add(cell(value));
            }
        }
        return new RowInput(columns, cells.toArray());
    }

    private void parent(
            SObjectType type, String name, JsonNode value, List<Binding> columns, List<@Nullable Object> cells) {
        String parentType = value.path("attributes").path("type").asText("");
        for (Map.Entry<String, JsonNode> key : value.properties()) {
            if (!key.getKey().equals("attributes")) {
                String prefix = parentType.isEmpty() || !polymorphic(type, name) ? "" : parentType + ":";
                columns.add(bound(type, prefix + name + "." + key.getKey()));
                cells.add(cell(key.getValue()));
            }
        }
    }

    private static boolean polymorphic(SObjectType type, String relation) {
        return type.relationship(relation).filter(f -> f.polymorphic()).isPresent();
    }

    private Binding bound(SObjectType type, String column) {
        try {
            return bindings.of(type, column);
        } catch (UnknownColumn e) {
            throw new ApiException(
                    400, "INVALID_FIELD", "No such column '" + column + "' on sobject of type " + type.name());
        }
    }

    private static Object cell(JsonNode value) {
        return value.isNull() ? RowInput.CLEAR : value.asText();
    }
}
