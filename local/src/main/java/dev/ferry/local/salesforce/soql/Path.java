package dev.ferry.local.salesforce.soql;

import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldDefinition;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.OrgSchema;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A field path resolved against an object: the references to follow, and the field at the end.
///
/// *Shape*: `names` are the path's parts in canonical spelling, as they nest in a JSON answer. Behind a polymorphic
/// reference the end is found anew for each row, since the parent's object is known only then.
record Path(SObjectType type, List<Field> hops, Field field, List<String> names) {
    private static final Pattern DOT = Pattern.compile("\\.");

    static Path resolve(OrgSchema schema, SObjectType type, String path) {
        List<String> parts = new ArrayList<>(List.of(DOT.split(path)));
        if (parts.size() > 1 && parts.getFirst().equalsIgnoreCase(type.name())) {
            parts.removeFirst();
        }
        SObjectType at = type;
        List<Field> hops = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String name : parts.subList(0, parts.size() - 1)) {
            Field hop = at.relationship(name)
                    .orElseThrow(() -> new SoqlException(
                            "INVALID_FIELD", "Didn't understand relationship '" + name + "' in field path."));
            hops.add(hop);
            names.add(hop.relationshipName().orElse(name));
            at = parent(schema, hop, parts.getLast());
        }
        Field end = end(at, parts.getLast(), !hops.isEmpty());
        names.add(end.name());
        return new Path(type, List.copyOf(hops), end, List.copyOf(names));
    }

    private static SObjectType parent(OrgSchema schema, Field hop, String wanted) {
        for (String parent : hop.referenceTo()) {
            SObjectType type = schema.require(parent);
            if (type.visible(wanted).isPresent()) {
                return type;
            }
        }
        return schema.require(hop.referenceTo().getFirst());
    }

    private static Field end(SObjectType type, String name, boolean parent) {
        if (parent && name.equalsIgnoreCase("Type") && type.field(name).isEmpty()) {
            return typeName();
        }
        return type.visible(name)
                .orElseThrow(() -> new SoqlException(
                        "INVALID_FIELD",
                        "No such column '" + name + "' on entity '" + type.name()
                                + "'. If you are attempting to use a custom field, be sure to append the '__c' after the"
                                + " custom field name. Please reference your WSDL or the describe call for the appropriate"
                                + " names."));
    }

    // `Who.Type` and `Owner.Type` name the parent's object.
    private static Field typeName() {
        return new Field(
                -1,
                new FieldDefinition(
                        "Type",
                        "Type",
                        FieldType.STRING,
                        40,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        dev.ferry.local.salesforce.schema.DeleteRule.CLEAR,
                        null,
                        null));
    }

    @Nullable
    Object value(RowReader reader, Row row) {
        SObjectType at = type;
        Row current = row;
        for (Field hop : hops) {
            if (!(current.value(hop) instanceof String id)) {
                return null;
            }
            SObjectType parent = reader.store().schema().ofId(id).orElse(null);
            Row next = parent == null
                    ? null
                    : reader.store().table(parent).find(id).orElse(null);
            if (parent == null || next == null) {
                return null;
            }
            at = parent;
            current = next;
        }
        if (field.index() < 0) {
            return at.name();
        }
        if (hops.isEmpty()) {
            return reader.value(at, current, field);
        }
        Field end = at.field(field.name().toLowerCase(Locale.ROOT)).orElse(null);
        return end == null ? null : reader.value(at, current, end);
    }

    boolean direct() {
        return hops.isEmpty();
    }
}
