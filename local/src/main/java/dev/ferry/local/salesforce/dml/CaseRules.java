package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Table;

/// Cases: closing, the Account that comes from the Contact, assignment.
final class CaseRules implements ObjectRules {

    @Override
    public void beforeInsert(Draft draft, DmlContext context) {
        accountFromContact(draft, context);
        boolean closed = closed(draft);
        draft.set("IsClosed", closed);
        draft.set("IsClosedOnCreate", closed);
        if (closed && draft.get("ClosedDate") == null) {
            draft.set("ClosedDate", context.now());
        }
        if (context.options().autoAssign() && context.org().faults().assignmentRuleActive()) {
            assign(draft, context);
        }
    }

    @Override
    public void beforeUpdate(Draft draft, DmlContext context) {
        boolean was = draft.is("IsClosed");
        boolean closed = closed(draft);
        if (was != closed) {
            draft.set("IsClosed", closed);
            draft.set("ClosedDate", closed ? context.now() : null);
        }
    }

    private static boolean closed(Draft draft) {
        String status = draft.text("Status");
        return status != null && draft.type().require("Status").closes(status);
    }

    private static void accountFromContact(Draft draft, DmlContext context) {
        String contactId = draft.text("ContactId");
        if (contactId != null && draft.get("AccountId") == null) {
            SObjectType contact = context.schema().require("Contact");
            context.tx()
                    .table(contact)
                    .find(contactId)
                    .map(row -> row.value(contact.require("AccountId")))
                    .ifPresent(account -> draft.set("AccountId", account));
        }
    }

    // The rule stub hands every Case to the first queue.
    private static void assign(Draft draft, DmlContext context) {
        Table groups = context.tx().table(context.schema().require("Group"));
        groups.first("Type", "Queue").map(Row::id).ifPresent(queue -> draft.set("OwnerId", queue));
    }
}
