package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.soql.Column;
import dev.ferry.local.salesforce.soql.Moments;
import dev.ferry.local.salesforce.soql.RowReader;
import dev.ferry.local.salesforce.store.OrgStore;
import dev.ferry.local.salesforce.store.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records as REST shows them. *Shape*:
/// `{"attributes":{"type","url"},"Id":..,"Account":{"attributes":..,"Name":..}}`.
public final class RecordJson {
    private final OrgStore store;
    private final RowReader reader;
    private final String version;

    public RecordJson(OrgStore store, RowReader reader, String version) {
        this.store = store;
        this.reader = reader;
        this.version = version;
    }

    /// A record with all fields that the loading user can see.
    public ObjectNode whole(SObjectType type, Row row) {
        ObjectNode json = start(type, row.id());
        for (Field field : type.fields()) {
            if (type.isVisible(field)) {
                put(json, field.name(), field, value(type, row, field));
            }
        }
        return json;
    }

    /// A record with some fields.
    ObjectNode some(SObjectType type, Row row, List<Field> fields) {
        ObjectNode json = start(type, row.id());
        fields.forEach(field -> put(json, field.name(), field, value(type, row, field)));
        return json;
    }

    /// A record with the columns of a query.
    ObjectNode selected(SObjectType type, Row row, List<Column> columns) {
        ObjectNode json = start(type, row.id());
        for (Column column : columns) {
            Field reference = column.reference();
            if (reference == null) {
                put(json, column.field().name(), column.field(), value(type, row, column.field()));
            } else {
                ObjectNode parent = parent(json, column.names(), row.value(reference));
                if (parent != null) {
                    put(parent, column.names().getLast(), column.field(), column.value(reader, row));
                }
            }
        }
        return json;
    }

    private @Nullable ObjectNode parent(ObjectNode json, List<String> names, @Nullable Object id) {
        String first = names.getFirst();
        if (!(id instanceof String parentId)) {
            json.putNull(first);
            return null;
        }
        ObjectNode parent = json.path(first).isObject()
                ? (ObjectNode) json.path(first)
                : store.schema()
                        .ofId(parentId)
                        .map(type -> start(type, parentId))
                        .orElseGet(Json::object);
        json.set(first, parent);
        ObjectNode at = parent;
        for (String name : names.subList(1, names.size() - 1)) {
            at = at.path(name).isObject() ? (ObjectNode) at.path(name) : at.putObject(name);
        }
        return at;
    }

    private ObjectNode start(SObjectType type, String id) {
        ObjectNode json = Json.object();
        json.putObject("attributes")
                .put("type", type.name())
                .put("url", "/services/data/v" + version + "/sobjects/" + type.name() + "/" + id);
        return json;
    }

    private @Nullable Object value(SObjectType type, Row row, Field field) {
        if (field.type() == FieldType.BASE64) {
            return "/services/data/v" + version + "/sobjects/" + type.name() + "/" + row.id() + "/" + field.name();
        }
        return reader.value(type, row, field);
    }

    static void put(ObjectNode json, String name, @Nullable Field field, @Nullable Object value) {
        switch (value) {
            case null -> json.putNull(name);
            case Boolean flag -> json.put(name, flag);
            case Integer number -> json.put(name, number);
            case Double number -> json.put(name, number);
            case Long moment -> {
                if (field != null && field.type() == FieldType.DATETIME) {
                    json.put(name, Moments.rest(moment));
                } else {
                    json.put(name, moment);
                }
            }
            default -> json.put(name, value.toString());
        }
    }
}
