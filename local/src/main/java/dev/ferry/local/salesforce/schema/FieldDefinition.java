package dev.ferry.local.salesforce.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field as the org definition file writes it: a JSON object in an object's `fields`; only `name` and
/// `type` are needed.
///
/// *Shape*: `readOnly` fields are written by the platform only, `createOnly` ones on insert only, `audit` ones on
/// insert with the permission to set audit fields. `autoNumber` is a display format such as `AS-{000000}`. `hidden`
/// fields lack field-level security for the loading user until a permission set grants it. *Units*: `length` in
/// characters.
public record FieldDefinition(
        String name,
        @Nullable String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        boolean required,
        boolean unique,
        boolean caseSensitive,
        boolean externalId,
        boolean idLookup,
        boolean readOnly,
        boolean createOnly,
        boolean audit,
        boolean hidden,
        boolean nameField,
        boolean restricted,
        boolean defaulted,
        List<PicklistValue> values,
        List<String> referenceTo,
        @Nullable String relationshipName,
        @Nullable String childRelationshipName,
        DeleteRule onDelete,
        @Nullable String defaultValue,
        @Nullable String autoNumber) {

    public FieldDefinition {
        label = label == null ? name.replace("__c", "").replace('_', ' ') : label;
        length = length == 0 ? type.defaultLength() : length;
        values = orEmpty(values);
        referenceTo = orEmpty(referenceTo);
        onDelete = onDelete == null ? DeleteRule.CLEAR : onDelete;
        if (type == FieldType.INT) {
            precision = 8;
        } else if (type.numeric() && precision == 0) {
            precision = 18;
        }
    }

    // Jackson hands over null for what the file leaves out.
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
