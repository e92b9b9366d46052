package dev.ferry.intercom.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.mapping.schema.FieldType;
import dev.ferry.core.mapping.schema.PicklistValue;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.mapping.schema.TargetObject;
import dev.ferry.core.mapping.schema.TargetSchema;
import dev.ferry.core.mapping.schema.TargetSchemaJson;
import dev.ferry.core.target.ObjectName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A workspace in the terms that mappings are checked against: what Intercom has in every workspace, the
/// workspace's own attributes, and those that Ferry makes.
final class SchemaOf {
    // Third parties found this limit for people; conversations take texts of several lines.
    private static final int PEOPLE_TEXT = 255;
    private static final int CONVERSATION_TEXT = 65_000;
    private static final int DECIMAL_SCALE = 6;

    private final WorkspaceAttributes workspace;
    private final AttributeCatalogue catalogue;

    SchemaOf(WorkspaceAttributes workspace, AttributeCatalogue catalogue) {
        this.workspace = workspace;
        this.catalogue = catalogue;
    }

    /// The description of these objects; one that Intercom does not have is left out.
    TargetSchema of(Collection<ObjectName> objects) {
        TargetSchema standard = standard();
        return new TargetSchema(objects.stream()
                .flatMap(object -> standard.object(object).stream())
                .map(this::withAttributes)
                .toList());
    }

    /// What Intercom has in every workspace.
    static TargetSchema standard() {
        try (InputStream in = SchemaOf.class.getResourceAsStream("objects.json")) {
            if (in == null) {
                throw new FerryException(ErrorCode.INTERNAL, "the resource objects.json is missing");
            }
            return TargetSchemaJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FerryException(ErrorCode.INTERNAL, "the resource objects.json cannot be read", e);
        }
    }

    /// Every object of a workspace without attributes, with those that Ferry makes.
    static TargetSchema planned(AttributeCatalogue catalogue) {
        TargetSchema standard = standard();
        return new TargetSchema(standard.names().stream()
                .flatMap(name -> standard.object(new ObjectName(name)).stream())
                .map(object -> AttributeModel.of(object.name())
                        .map(model -> withAttributes(object, of(model, catalogue.attributes())))
                        .orElse(object))
                .toList());
    }

    private TargetObject withAttributes(TargetObject object) {
        return AttributeModel.of(object.name())
                .map(model -> {
                    List<Attribute> attributes = new ArrayList<>(of(model, catalogue.attributes()));
                    attributes.addAll(workspace.of(model));
                    return withAttributes(object, attributes);
                })
                .orElse(object);
    }

    private static List<Attribute> of(AttributeModel model, List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.model() == model)
                .toList();
    }

    private static TargetObject withAttributes(TargetObject object, List<Attribute> attributes) {
        Map<String, TargetField> fields = new TreeMap<>();
        attributes.stream()
                .filter(attribute -> !attribute.archived())
                .forEach(attribute -> fields.put(attribute.name(), field(attribute)));
        fields.putAll(object.fields());
        return TargetObject.of(object.name(), fields, Map.of());
    }

    private static TargetField field(Attribute attribute) {
        FieldType type = attribute.type().field();
        int length = !type.textual()
                ? 0
                : attribute.model() == AttributeModel.CONVERSATION ? CONVERSATION_TEXT : PEOPLE_TEXT;
        return new TargetField(
                attribute.name(),
                type,
                length,
                0,
                attribute.type() == AttributeType.DECIMAL ? DECIMAL_SCALE : 0,
                true,
                true,
                true,
                false,
                attribute.type() == AttributeType.LIST,
                attribute.options().stream().map(PicklistValue::of).toList(),
                "",
                List.of(),
                false,
                false);
    }
}
