package dev.ferry.local.salesforce.dml;

/// Contacts, Leads and Users: the full name.
final class PersonRules implements ObjectRules {

    @Override
    public void beforeInsert(Draft draft, DmlContext context) {
        name(draft);
    }

    @Override
    public void beforeUpdate(Draft draft, DmlContext context) {
        name(draft);
    }

    private static void name(Draft draft) {
        String first = draft.text("FirstName");
        String last = draft.text("LastName");
        if (last != null) {
            draft.set("Name", first == null ? last : first + " " + last);
        }
    }
}
