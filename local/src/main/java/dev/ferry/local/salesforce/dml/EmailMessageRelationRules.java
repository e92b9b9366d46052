package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;

/// The people of an EmailMessage: their addresses are filled in, and mail that is no draft needs a permission.
final class EmailMessageRelationRules implements ObjectRules {

    @Override
    public void beforeInsert(Draft draft, DmlContext context) {
        String relation = draft.text("RelationId");
        String mail = draft.text("EmailMessageId");
        SObjectType mails = context.schema().require("EmailMessage");
        boolean sent = mail != null
                && context.tx()
                        .row(mail)
                        .map(row -> row.value(mails.require("Status")))
                        .filter("5"::equals)
                        .isEmpty();
        if (sent && !context.org().permissions().updateEmailMessages()) {
            throw RefusedRow.of("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        if (relation != null) {
            SObjectType person = context.schema().ofId(relation).orElseThrow();
            draft.set("RelationObjectType", person.name());
            Row row = context.tx().row(relation).orElseThrow();
            if (draft.get("RelationAddress") == null) {
                draft.set("RelationAddress", row.value(person.require("Email")));
            }
        }
    }
}
