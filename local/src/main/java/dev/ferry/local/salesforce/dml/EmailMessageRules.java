package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgRules;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.LongText;
import dev.ferry.local.salesforce.store.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// EmailMessages: almost read-only once they are no draft, and sometimes followed by a Task of the platform's
/// making.
final class EmailMessageRules implements ObjectRules {
    private static final String SENT = "3";
    private static final String DRAFT = "5";
    private static final int NAME_LENGTH = 255;

    @Override
    public void beforeInsert(Draft draft, DmlContext context) {
        String status = draft.text("Status");
        boolean onCase = draft.get("ParentId") != null;
        if (!onCase && !SENT.equals(status) && !DRAFT.equals(status)) {
            throw RefusedRow.of(
                    "FIELD_INTEGRITY_EXCEPTION", "Status: only Sent is valid for a message without a case", "Status");
        }
        if (!onCase && draft.get("ActivityId") != null) {
            throw RefusedRow.of(
                    "FIELD_INTEGRITY_EXCEPTION", "ActivityId: only messages of cases have an activity", "ActivityId");
        }
        if (draft.get("MessageDate") == null) {
            draft.set("MessageDate", context.now());
        }
        name(draft, context);
    }

    @Override
    public void beforeUpdate(Draft draft, DmlContext context) {
        Row before = draft.before();
        boolean frozen = before != null
                && context.org().rules().emailMessageImmutable()
                && !DRAFT.equals(before.value(draft.type().require("Status")));
        if (frozen) {
            List<String> refused = draft.type().fields().stream()
                    .filter(field -> draft.given(field) && !field.custom())
                    .map(Field::name)
                    .filter(name -> !name.equals("IsExternallyVisible"))
                    .toList();
            if (!refused.isEmpty()) {
                throw FieldRules.unwritable(refused);
            }
        }
        name(draft, context);
    }

    @Override
    public void afterInsert(Row row, Draft draft, DmlContext context) {
        boolean automatic = context.org().rules().automaticTask() == OrgRules.AutomaticTask.WHEN_ENHANCED_EMAIL;
        // Mails that Email-to-Case takes in get no Task, and one that names its Task needs none.
        if (automatic && draft.get("ActivityId") == null && !draft.is("Incoming") && draft.get("ParentId") != null) {
            Row task = task(draft, context);
            Draft linked = new Draft(draft.type(), row);
            linked.set("ActivityId", task.id());
            context.tx().put(draft.type(), linked.row(row.id()));
        }
    }

    // Its CreatedDate is now, whatever the mail's audit fields say.
    private static Row task(Draft mail, DmlContext context) {
        SObjectType type = context.schema().require("Task");
        Draft task = new Draft(type, null);
        task.set("Subject", "Email: " + mail.get("Name"));
        task.set("TaskSubtype", "Email");
        task.set("Status", "Completed");
        task.set("Priority", "Normal");
        task.set("IsClosed", true);
        task.set("WhatId", mail.get("ParentId"));
        task.set("OwnerId", context.options().userId());
        task.set("CompletedDateTime", context.now());
        task.set("ActivityDate", LocalDate.ofInstant(context.org().now(), ZoneOffset.UTC));
        Stamps.onInsert(task, context);
        return context.tx().put(type, task.row(context.tx().nextId(type)));
    }

    private static void name(Draft draft, DmlContext context) {
        Object subject = draft.get("Subject");
        if (subject != null) {
            String text = subject instanceof LongText ? context.tx().text(subject) : subject.toString();
            draft.set("Name", text.length() > NAME_LENGTH ? text.substring(0, NAME_LENGTH) : text);
        }
    }
}
