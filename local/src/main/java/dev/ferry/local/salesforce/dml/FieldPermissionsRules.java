package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.Optional;

/// Field-level security: a row of FieldPermissions shows a field to the loading user. The simulator has one
/// loading user, so a permission counts without regard to the assignment of its permission set.
public final class FieldPermissionsRules implements ObjectRules {

    @Override
    public void afterInsert(Row row, Draft draft, DmlContext context) {
        apply(context.schema(), draft.type(), row);
    }

    /// Grants what a row says, as after an insert.
    public static void apply(OrgSchema schema, SObjectType permissions, Row row) {
        if (row.value(permissions.require("Field")) instanceof String path
                && row.value(permissions.require("SobjectType")) instanceof String object) {
            boolean read = Boolean.TRUE.equals(row.value(permissions.require("PermissionsRead")));
            schema.type(object).ifPresent(type -> field(type, path).ifPresent(field -> type.show(field, read)));
        }
    }

    private static Optional<Field> field(SObjectType type, String path) {
        return type.field(path.substring(path.indexOf('.') + 1));
    }
}
