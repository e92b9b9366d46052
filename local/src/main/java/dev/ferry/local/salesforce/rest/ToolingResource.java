package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.schema.FieldDefinition;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import java.util.Locale;
import java.util.regex.Pattern;

/// `/tooling/sobjects/CustomField`: adds a custom field to an object. Other Tooling resources are not covered.
final class ToolingResource implements Resource {
    private static final Pattern NAME = Pattern.compile("[A-Za-z](?:_?[A-Za-z0-9])*__c");
    private final Org org;

    ToolingResource(Org org) {
        this.org = org;
    }

    @Override
    public Response answer(Call call) {
        boolean field = call.segment(1).equals("sobjects") && call.segment(2).equals("CustomField");
        if (!field || !call.method().equals("POST")) {
            throw ApiException.notFound();
        }
        JsonNode payload = call.json();
        String fullName = payload.path("FullName").asText();
        int dot = fullName.indexOf('.');
        String name = fullName.substring(dot + 1);
        SObjectType type = type(fullName.substring(0, Math.max(dot, 0)));
        if (!NAME.matcher(name).matches() || name.length() > 43) {
            throw new ApiException(400, "FIELD_INTEGRITY_EXCEPTION", "The field name " + name + " is not valid");
        }
        if (type.field(name).isPresent()) {
            throw new ApiException(
                    400, "DUPLICATE_DEVELOPER_NAME", "There is already a field named " + name + " on " + type.name());
        }
        ObjectNode event = Json.object().put("k", "schema.field").put("object", type.name());
        event.set("definition", CustomFieldMetadata.definition(name, payload.path("Metadata")));
        FieldDefinition added = CustomFieldMetadata.read(event.path("definition"));
        int index = org.store().write(tx -> {
            tx.event(event);
            return type.add(added).index();
        });
        return made(type, index);
    }

    private static Response made(SObjectType type, int index) {
        int object = Math.floorMod(type.name().toLowerCase(Locale.ROOT).hashCode(), 10_000);
        ObjectNode json = Json.object()
                .put("id", SalesforceId.of("00N", object * 1_000L + 10_000_000L + index))
                .put("success", true);
        json.putArray("errors");
        json.putArray("warnings");
        json.putArray("infos");
        return Response.json(201, json);
    }

    /// Takes up a field from the journal.
    static void replay(Org org, JsonNode event) {
        org.schema().require(event.path("object").asText()).add(CustomFieldMetadata.read(event.path("definition")));
    }

    // Custom fields of activities are made on the abstract object.
    private SObjectType type(String name) {
        return org.schema().types().stream()
                .filter(t -> t.name().equalsIgnoreCase(name)
                        || name.equalsIgnoreCase(t.definition().abstractType()))
                .findFirst()
                .orElseThrow(() -> new ApiException(400, "INVALID_TYPE", "There is no object " + name));
    }
}
