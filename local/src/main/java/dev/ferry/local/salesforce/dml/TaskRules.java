package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;

/// Tasks: completion, the Account they roll up to, and the stamp that the roll-up spoils.
final class TaskRules implements ObjectRules {

    @Override
    public void beforeInsert(Draft draft, DmlContext context) {
        String who = draft.text("WhoId");
        if (who != null && who.startsWith("00Q") && draft.get("WhatId") != null) {
            throw RefusedRow.of("FIELD_INTEGRITY_EXCEPTION", "Related To ID: not allowed with a lead", "WhatId");
        }
        complete(draft, context);
        account(draft, context);
        boolean rolledUp = who != null || draft.get("WhatId") != null;
        if (rolledUp && !context.org().rules().taskKeepsLastModified()) {
            draft.set("LastModifiedDate", null);
            draft.set("LastModifiedById", null);
        }
    }

    @Override
    public void beforeUpdate(Draft draft, DmlContext context) {
        complete(draft, context);
    }

    private static void complete(Draft draft, DmlContext context) {
        String status = draft.text("Status");
        boolean closed = status != null && draft.type().require("Status").closes(status);
        boolean was = draft.is("IsClosed");
        draft.set("IsClosed", closed);
        draft.set("IsHighPriority", "High".equals(draft.get("Priority")));
        if (closed != was && context.org().rules().taskCompletedDateTime()) {
            draft.set("CompletedDateTime", closed ? context.now() : null);
        }
    }

    private static void account(Draft draft, DmlContext context) {
        for (String reference : new String[] {"WhatId", "WhoId"}) {
            String id = draft.text(reference);
            if (id != null && draft.get("AccountId") == null) {
                SObjectType parent = context.schema().ofId(id).orElseThrow();
                if (parent.name().equals("Account")) {
                    draft.set("AccountId", id);
                } else {
                    parent.field("AccountId")
                            .flatMap(field -> context.tx().row(id).map(row -> row.value(field)))
                            .ifPresent(account -> draft.set("AccountId", account));
                }
            }
        }
    }
}
