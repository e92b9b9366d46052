package dev.ferry.salesforce.target;

import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.rest.FieldDescribe;
import dev.ferry.salesforce.client.rest.PicklistValue;
import dev.ferry.salesforce.client.rest.RecordType;
import dev.ferry.salesforce.client.rest.SObjectDescribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A described object in the terms that mappings are checked against.
final class SchemaOf {
    private SchemaOf() {}

    static TargetObject object(SObjectDescribe describe) {
        Map<String, TargetField> fields = new LinkedHashMap<>();
        describe.fields().values().forEach(field -> fields.put(field.name(), field(field, describe)));
        Map<String, String> recordTypes = new LinkedHashMap<>();
        for (RecordType type : describe.recordTypes()) {
            if (type.active() && type.available() && !type.master()) {
                recordTypes.put(type.developerName(), type.id().value());
            }
        }
        return TargetObject.of(new ObjectName(describe.name()), fields, recordTypes);
    }

    private static TargetField field(FieldDescribe field, SObjectDescribe describe) {
        return new TargetField(
                field.name(),
                type(field.type(), field.size().length()),
                field.size().length(),
                field.size().precision() > 0
                        ? field.size().precision()
                        : field.size().digits(),
                field.size().scale(),
                field.access().createable(),
                field.access().updateable(),
                field.access().nillable(),
                field.access().defaultedOnCreate(),
                field.restrictedPicklist(),
                values(field, describe),
                field.controller().orElse(""),
                field.referenceTo(),
                field.keys().unique(),
                field.keys().externalId());
    }

    private static FieldType type(String name, int length) {
        return switch (name) {
            case "textarea", "base64", "encryptedstring" ->
                length > 255 || length == 0 ? FieldType.LONG_TEXT : FieldType.TEXT;
            case "email" -> FieldType.EMAIL;
            case "phone" -> FieldType.PHONE;
            case "url" -> FieldType.URL;
            case "picklist", "combobox" -> FieldType.PICKLIST;
            case "multipicklist" -> FieldType.MULTI_PICKLIST;
            case "int", "long", "double", "currency", "percent" -> FieldType.NUMBER;
            case "boolean" -> FieldType.BOOLEAN;
            case "date" -> FieldType.DATE;
            case "datetime" -> FieldType.DATETIME;
            case "reference", "id" -> FieldType.REFERENCE;
            default -> FieldType.TEXT;
        };
    }

    private static List<dev.ferry.core.mapping.schema.PicklistValue> values(
            FieldDescribe field, SObjectDescribe describe) {
        List<PicklistValue> controlling = field.controller()
                .flatMap(describe::field)
                .map(FieldDescribe::picklistValues)
                .orElse(List.of());
        List<dev.ferry.core.mapping.schema.PicklistValue> values = new ArrayList<>();
        for (PicklistValue value : field.picklistValues()) {
            if (value.active()) {
                values.add(
                        new dev.ferry.core.mapping.schema.PicklistValue(value.value(), goesWith(value, controlling)));
            }
        }
        return values;
    }

    private static List<String> goesWith(PicklistValue value, List<PicklistValue> controlling) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < controlling.size(); i++) {
            if (value.isValidFor(i)) {
                names.add(controlling.get(i).value());
            }
        }
        return names;
    }
}
