package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.Map;

/// Which objects have rules of their own.
final class ObjectRulebook {
    private static final ObjectRules NONE = new ObjectRules() {};
    private final Map<String, ObjectRules> rules = Map.of(
            "Case", new CaseRules(),
            "Contact", new PersonRules(),
            "Lead", new PersonRules(),
            "User", new PersonRules(),
            "Task", new TaskRules(),
            "EmailMessage", new EmailMessageRules(),
            "EmailMessageRelation", new EmailMessageRelationRules(),
            "ContentVersion", new ContentRules.Version(),
            "ContentNote", new ContentRules.Note(),
            "ContentDocumentLink", new ContentRules.Link());
    private final ObjectRules fieldPermissions = new FieldPermissionsRules();
    private final ObjectRules document = new ContentRules.Document();

    ObjectRules of(SObjectType type) {
        return switch (type.name()) {
            case "ContentDocument" -> document;
            case "FieldPermissions" -> fieldPermissions;
            default -> rules.getOrDefault(type.name(), NONE);
        };
    }
}
