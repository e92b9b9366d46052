package dev.ferry.local.salesforce.schema;

import java.util.List;

/// The fields that the platform gives to every object.
final class SystemFields {

    private SystemFields() {}

    static List<FieldDefinition> of(ObjectDefinition object) {
        boolean audit = !object.internal();
        return List.of(
                field("Id", "Record ID", FieldType.ID, false, List.of()),
                field("IsDeleted", "Deleted", FieldType.BOOLEAN, false, List.of()),
                field("CreatedDate", "Created Date", FieldType.DATETIME, audit, List.of()),
                field("CreatedById", "Created By ID", FieldType.REFERENCE, audit, List.of("User")),
                field("LastModifiedDate", "Last Modified Date", FieldType.DATETIME, audit, List.of()),
                field("LastModifiedById", "Last Modified By ID", FieldType.REFERENCE, audit, List.of("User")),
                field("SystemModstamp", "System Modstamp", FieldType.DATETIME, false, List.of()));
    }

    private static FieldDefinition field(
            String name, String label, FieldType type, boolean audit, List<String> referenceTo) {
        return new FieldDefinition(
                name,
                label,
                type,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                name.equals("Id"),
                !audit,
                false,
                audit,
                false,
                false,
                false,
                true,
                List.of(),
                referenceTo,
                null,
                null,
                DeleteRule.CLEAR,
                null,
                null);
    }
}
