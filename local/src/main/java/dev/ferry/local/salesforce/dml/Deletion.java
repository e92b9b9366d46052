package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.List;

/// Deleting a record and what hangs on it, as the lookups of its children say.
final class Deletion {
    private final ObjectRulebook rulebook;

    Deletion(ObjectRulebook rulebook) {
        this.rulebook = rulebook;
    }

    /// Deletes a record that a client named.
    void delete(SObjectType type, Row row, Row.Life into, DmlContext context) {
        check(type, row, context);
        cascade(type, row, into, context);
    }

    private void cascade(SObjectType type, Row row, Row.Life into, DmlContext context) {
        if (context.org().rules().cascadeDeletes()) {
            for (SObjectType child : context.schema().types()) {
                for (Field field : child.indexedFields()) {
                    if (field.type() == FieldType.REFERENCE
                            && field.referenceTo().contains(type.name())) {
                        children(child, field, row, into, context);
                    }
                }
            }
        }
        context.tx().put(type, row.as(into));
        rulebook.of(type).afterDelete(row, context);
    }

    private void children(SObjectType child, Field field, Row parent, Row.Life into, DmlContext context) {
        List<Row> rows = context.tx().table(child).findLive(field, parent.id());
        if (rows.isEmpty()) {
            return;
        }
        switch (field.definition().onDelete()) {
            case CASCADE -> {
                for (Row row : rows) {
                    // A child may have gone with another branch of the cascade.
                    context.tx().live(row.id()).ifPresent(live -> cascade(child, live, into, context));
                }
            }
            case RESTRICT ->
                throw RefusedRow.of(
                        "DELETE_FAILED",
                        "Your attempt to delete the record could not be completed because it is associated with the"
                                + " following " + child.definition().labelPlural() + ": "
                                + rows.getFirst().id());
            case CLEAR -> {
                for (Row row : rows) {
                    Draft cleared = new Draft(child, row);
                    cleared.set(field, null);
                    context.tx().put(child, cleared.row(row.id()));
                }
            }
        }
    }

    private static void check(SObjectType type, Row row, DmlContext context) {
        if (type.definition().undeletable() || type.definition().internal()) {
            throw RefusedRow.of("INVALID_TYPE", "entity type " + type.name() + " does not support delete");
        }
        boolean sent = type.name().equals("EmailMessage") && "3".equals(row.value(type.require("Status")));
        if (sent && !context.org().rules().deletableSentEmail()) {
            throw RefusedRow.of("INSUFFICIENT_ACCESS_OR_READONLY", "sent messages cannot be deleted");
        }
    }
}
