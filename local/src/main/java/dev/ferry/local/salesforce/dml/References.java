package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.RecordType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;
import java.util.List;
import java.util.Locale;

/// The rules of references: the parent is of the right object, is there, and may be used.
final class References {
    private References() {}

    /// The id of the parent that carries a key.
    static String resolve(SObjectType child, Binding.Lookup lookup, String key, DmlContext context) {
        Table parents = context.tx().table(lookup.parent());
        List<Row> found = lookup.parent().name().equals("RecordType")
                ? child.recordTypes().stream()
                        .filter(type -> type.definition().developerName().equals(key))
                        .flatMap(type -> parents.find(type.id()).stream())
                        .toList()
                : parents.findLive(lookup.key(), key);
        if (found.size() > 1) {
            throw RefusedRow.of(
                    "DUPLICATE_EXTERNAL_ID",
                    lookup.key().name() + ": more than one record found for external id field: "
                            + found.stream().map(Row::id).toList(),
                    lookup.key().name());
        }
        if (found.isEmpty()) {
            throw RefusedRow.of(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + key.toLowerCase(Locale.ROOT) + " not found for field "
                            + lookup.key().name() + " in entity "
                            + lookup.parent().name());
        }
        return found.getFirst().id();
    }

    /// Checks every reference that the client gave or that changed.
    static void check(Draft draft, DmlContext context) {
        for (Field field : draft.type().fields()) {
            if (field.type() == FieldType.REFERENCE && draft.changed(field) && draft.get(field) instanceof String id) {
                draft.set(field, checked(draft.type(), field, id, context));
            }
        }
    }

    // The parent's own id string is kept, so that a million children share it.
    private static String checked(SObjectType child, Field field, String id, DmlContext context) {
        if (field.name().equals("RecordTypeId")) {
            return recordType(child, field, id);
        }
        if (context.org().rules().parentTypesChecked() && !allowedParent(field, id, context)) {
            throw crossReference();
        }
        Row parent = context.tx().row(id).orElseThrow(References::crossReference);
        if (!parent.live()) {
            throw RefusedRow.of("ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
        if (field.name().equals("OwnerId") && context.org().rules().ownersChecked()) {
            owner(child, field, parent, context);
        }
        return parent.id();
    }

    private static boolean allowedParent(Field field, String id, DmlContext context) {
        String prefix = id.substring(0, 3);
        return field.referenceTo().stream()
                .anyMatch(name -> context.schema().require(name).keyPrefix().equals(prefix));
    }

    private static RefusedRow crossReference() {
        return RefusedRow.of("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }

    private static String recordType(SObjectType child, Field field, String id) {
        RecordType type = child.recordType(id)
                .filter(t -> !t.definition().unavailable())
                .orElseThrow(() -> RefusedRow.of(
                        "INVALID_CROSS_REFERENCE_KEY",
                        "Record Type ID: this ID value isn't valid for the user: " + id,
                        field.name()));
        if (type.definition().inactive()) {
            throw RefusedRow.of("INVALID_RECORD_TYPE", "Record Type ID: the record type is inactive", field.name());
        }
        return type.id();
    }

    private static void owner(SObjectType child, Field field, Row owner, DmlContext context) {
        SObjectType type = context.schema().ofId(owner.id()).orElseThrow(References::crossReference);
        boolean inactive = type.name().equals("User") && !Boolean.TRUE.equals(owner.value(type.require("IsActive")));
        if (inactive && !context.org().permissions().updateWithInactiveOwner()) {
            throw RefusedRow.of(
                    "INACTIVE_OWNER_OR_USER",
                    "operation performed with inactive user [" + owner.id() + "] as owner of "
                            + child.name().toLowerCase(Locale.ROOT),
                    field.name());
        }
    }
}
