package dev.ferry.local.salesforce.dml;

import dev.ferry.local.salesforce.org.OrgRules;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.PicklistValue;
import dev.ferry.local.salesforce.schema.RecordTypeDefinition;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules that hold for every field: who may write it, its type and length, its picklist.
final class FieldRules {
    private static final Pattern SEMICOLON = Pattern.compile(";");

    private FieldRules() {}

    /// Puts the cells of a row into the draft.
    static void fill(Draft draft, RowInput input, DmlContext context) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < input.bindings().size(); i++) {
            Object cell = input.cells()[i];
            Binding binding = input.bindings().get(i);
            if (cell == null || (binding.field().type() == FieldType.ID && !draft.inserting())) {
                continue;
            }
            if (!writable(draft, binding.field(), context)) {
                refused.add(binding.field().name());
                continue;
            }
            give(draft, binding, cell, context);
        }
        if (!refused.isEmpty()) {
            throw unwritable(refused);
        }
    }

    static RefusedRow unwritable(List<String> fields) {
        return new RefusedRow(new RowError(
                null,
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: " + String.join(", ", fields)
                        + ". Please check the security settings of this field and verify that it is read/write for your"
                        + " profile or permission set.",
                fields));
    }

    /// Whether the loading user may give the field a value in this write.
    static boolean writable(Draft draft, Field field, DmlContext context) {
        if (field.definition().audit()) {
            return draft.inserting() && context.auditAllowed();
        }
        if (field.name().equals("ClosedDate") && draft.type().name().equals("Case")) {
            return draft.inserting()
                    && context.org().rules().closedDate() == OrgRules.ClosedDate.AUDIT
                    && context.auditAllowed();
        }
        boolean platformOnly = field.definition().readOnly() || field.type() == FieldType.ID;
        return !platformOnly && (draft.inserting() || !field.definition().createOnly());
    }

    private static void give(Draft draft, Binding binding, Object cell, DmlContext context) {
        Field field = binding.field();
        if (cell == RowInput.CLEAR) {
            draft.give(field, null);
            return;
        }
        if (cell instanceof byte[] body) {
            draft.body(body);
            return;
        }
        Object value = switch (binding) {
            case Binding.Plain plain -> ValueReader.read(field, cell);
            case Binding.Lookup lookup -> References.resolve(draft.type(), lookup, cell.toString(), context);
        };
        if (field.type() == FieldType.BASE64) {
            draft.body(Bodies.decode(field, cell.toString()));
            return;
        }
        if (value instanceof String text && field.type().textual()) {
            checkLength(field, text, context);
            value = context.tx().keep(text);
        }
        draft.give(field, value);
    }

    private static void checkLength(Field field, String text, DmlContext context) {
        if (text.length() > field.length() && context.org().rules().fieldLengths()) {
            throw RefusedRow.of(
                    "STRING_TOO_LONG",
                    field.definition().label() + ": data value too large: " + text + " (max length=" + field.length()
                            + ")",
                    field.name());
        }
    }

    /// Fills in defaults for what the client left out on insert.
    static void defaults(Draft draft) {
        for (Field field : draft.type().fields()) {
            if (draft.get(field) == null && !draft.given(field)) {
                Object value = defaultOf(field);
                if (value != null) {
                    draft.set(field, value);
                }
            }
        }
    }

    private static @Nullable Object defaultOf(Field field) {
        String given = field.definition().defaultValue();
        if (given != null) {
            return ValueReader.read(field, given);
        }
        if (field.definition().values().isEmpty()) {
            return null;
        }
        return field.definition().values().stream()
                .filter(PicklistValue::defaultValue)
                .map(PicklistValue::value)
                .findFirst()
                .orElse(null);
    }

    /// Checks what must be there.
    static void required(Draft draft, DmlContext context) {
        if (!context.org().rules().requiredFields()) {
            return;
        }
        List<String> missing = draft.type().fields().stream()
                .filter(field -> field.definition().required())
                .filter(field -> field.type() == FieldType.BASE64
                        ? draft.inserting() && draft.body() == null
                        : draft.get(field) == null)
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedRow(
                    new RowError(null, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
        }
    }

    /// Checks restricted picklists, and that the record type offers the value.
    static void picklists(Draft draft, DmlContext context) {
        OrgRules rules = context.org().rules();
        for (Field field : draft.type().fields()) {
            boolean restricted = field.definition().restricted() && rules.restrictedPicklists();
            if (restricted && draft.given(field) && draft.get(field) instanceof String value) {
                List<String> offered = rules.recordTypePicklists() ? offered(draft, field) : values(field);
                for (String part : SEMICOLON.split(value, -1)) {
                    if (offered.stream().noneMatch(part::equalsIgnoreCase)) {
                        throw RefusedRow.of(
                                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                                field.definition().label() + ": bad value for restricted picklist field: " + value,
                                field.name());
                    }
                }
            }
        }
    }

    private static List<String> values(Field field) {
        return field.definition().values().stream()
                .filter(value -> !value.inactive())
                .map(PicklistValue::value)
                .toList();
    }

    private static List<String> offered(Draft draft, Field field) {
        SObjectType type = draft.type();
        String id =
                type.field("RecordTypeId").map(draft::get).map(Object::toString).orElse("");
        return type.recordType(id)
                .map(dev.ferry.local.salesforce.schema.RecordType::definition)
                .map(RecordTypeDefinition::picklistValues)
                .map(assigned -> assigned.get(field.name()))
                .orElseGet(() -> values(field));
    }

    /// Checks that no other live record carries a unique value.
    static void unique(Draft draft, DmlContext context) {
        if (!context.org().rules().uniqueFields()) {
            return;
        }
        for (Field field : draft.type().indexedFields()) {
            Object value = draft.get(field);
            if (field.definition().unique() && value != null && draft.changed(field)) {
                for (Row other : context.tx().table(draft.type()).findLive(field, value)) {
                    Row self = draft.before();
                    if (self == null || !self.id().equals(other.id())) {
                        throw RefusedRow.of(
                                "DUPLICATE_VALUE",
                                "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                        + other.id());
                    }
                }
            }
        }
    }
}
