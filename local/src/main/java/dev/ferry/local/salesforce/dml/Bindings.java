package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgState;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.util.Optional;

/// Finds what a column name stands for: `Subject`, `Account.ASAPP_Id__c`, `Parent__r.Ext__c` or
/// `Contact:Who.ASAPP_Id__c`.
public final class Bindings {
    private final OrgSchema schema;
    private final OrgState org;

    public Bindings(OrgSchema schema, OrgState org) {
        this.schema = schema;
        this.org = org;
    }

    /// The field a column is written to. *Errors*: [UnknownColumn] with the text that the platform fails the
    /// job with.
    public Binding of(SObjectType type, String column) throws UnknownColumn {
        int dot = column.indexOf('.');
        if (dot < 0) {
            return new Binding.Plain(visible(type, column).orElseThrow(() -> notFound(column)));
        }
        int colon = column.indexOf(':');
        String relation = column.substring(Math.max(0, colon + 1), dot);
        String keyName = column.substring(dot + 1);
        Field field = type.relationship(relation).filter(f -> shown(type, f)).orElseThrow(() -> notFound(column));
        if (colon >= 0 && !field.polymorphic()) {
            throw new UnknownColumn("type is not needed for non polymorphic foreign key references: " + relation);
        }
        if (colon < 0 && field.polymorphic()) {
            throw new UnknownColumn("type is needed for polymorphic foreign key references: " + relation);
        }
        String parentName = colon < 0 ? field.referenceTo().getFirst() : column.substring(0, colon);
        SObjectType parent = field.referenceTo().stream()
                .filter(parentName::equalsIgnoreCase)
                .findFirst()
                .flatMap(schema::type)
                .orElseThrow(() -> notFound(column));
        Field key = visible(parent, keyName)
                .filter(f -> f.key() || keyOfRecordType(parent, f))
                .orElseThrow(() -> notFound(column));
        return new Binding.Lookup(field, parent, key);
    }

    // Whether Bulk resolves record types by DeveloperName is untested; clients are told to send ids.
    private static boolean keyOfRecordType(SObjectType parent, Field key) {
        return parent.name().equals("RecordType") && key.name().equals("DeveloperName");
    }

    private Optional<Field> visible(SObjectType type, String name) {
        return type.field(name).filter(field -> field.type() == FieldType.ID || shown(type, field));
    }

    private boolean shown(SObjectType type, Field field) {
        return !org.rules().fieldLevelSecurity() || type.isVisible(field);
    }

    private static UnknownColumn notFound(String column) {
        return new UnknownColumn("Field name not found : " + column);
    }
}
