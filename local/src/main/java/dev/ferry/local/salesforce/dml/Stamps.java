package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.Field;
import java.util.Optional;

/// Who made and last changed a row, and when.
final class Stamps {
    private Stamps() {}

    static void onInsert(Draft draft, DmlContext context) {
        long now = context.now();
        Object created = draft.get("CreatedDate");
        Object modified = draft.get("LastModifiedDate");
        if (created instanceof Long moment && moment > now) {
            throw RefusedRow.of("FIELD_INTEGRITY_EXCEPTION", "Created Date: may not be in the future", "CreatedDate");
        }
        long from = created instanceof Long moment ? moment : now;
        if (modified instanceof Long moment && moment < from) {
            throw RefusedRow.of(
                    "FIELD_INTEGRITY_EXCEPTION",
                    "Last Modified Date: may not be before the created date",
                    "LastModifiedDate");
        }
        orElse(draft, "CreatedDate", now);
        orElse(draft, "CreatedById", context.options().userId());
        orElse(draft, "LastModifiedDate", now);
        orElse(draft, "LastModifiedById", context.options().userId());
        draft.set("SystemModstamp", now);
        Optional<Field> owner = draft.type().field("OwnerId");
        if (owner.isPresent() && draft.get(owner.get()) == null) {
            draft.set(owner.get(), context.options().userId());
        }
    }

    static void onUpdate(Draft draft, DmlContext context) {
        if (context.org().rules().lastModifiedBump()) {
            draft.set("LastModifiedDate", context.now());
            draft.set("LastModifiedById", context.options().userId());
        }
        draft.set("SystemModstamp", context.now());
    }

    private static void orElse(Draft draft, String field, Object value) {
        if (draft.get(field) == null) {
            draft.set(field, value);
        }
    }
}
