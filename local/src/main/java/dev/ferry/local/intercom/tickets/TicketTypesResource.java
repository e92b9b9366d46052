package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `/ticket_types` and `/ticket_states`.
final class TicketTypesResource {
    private static final Set<String> CATEGORIES = Set.of("Customer", "Back-office", "Tracker");
    private static final Set<String> TYPES =
            Set.of("string", "list", "integer", "decimal", "boolean", "datetime", "files");
    private static final Pattern COMMA = Pattern.compile(",");

    private final Workspace workspace;
    private final DocumentStore store;
    private final TicketTypes types;

    TicketTypesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
        this.types = new TicketTypes(workspace);
    }

    void addTo(Routes routes) {
        routes.add("GET /ticket_types", call -> list())
                .add("POST /ticket_types", this::create)
                .add("GET /ticket_types/{id}", this::get)
                .add("PUT /ticket_types/{id}", this::update)
                .add("POST /ticket_types/{id}/attributes", this::addAttribute)
                .add("PUT /ticket_types/{id}/attributes/{attribute}", this::updateAttribute)
                .add("GET /ticket_states", call -> states());
    }

    private Response list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        ArrayNode data = list.putArray("data");
        store.read(documents -> documents.all(Kind.TICKET_TYPE)).forEach(type -> data.add(types.shown(type)));
        return Response.ok(list);
    }

    private Response get(Call call) {
        return Response.ok(types.shown(store.read(documents -> TicketTypes.require(documents, call.path("id")))));
    }

    private Response create(Call call) {
        return Response.ok(types.shown(store.write(edit -> {
            Fields fields = call.fields();
            String category = fields.text("category").orElse("Customer");
            if (!CATEGORIES.contains(category)) {
                throw ApiException.invalid("category must be one of Customer, Back-office, Tracker");
            }
            ObjectNode type = types.create(edit, fields.requiredText("name"), category);
            Stream.of("description", "icon")
                    .forEach(name -> fields.text(name).ifPresent(value -> type.put(name, value)));
            return type;
        })));
    }

    private Response update(Call call) {
        return Response.ok(types.shown(store.write(edit -> {
            ObjectNode type = changeable(edit, call);
            Fields fields = call.fields();
            Stream.of("name", "description", "icon")
                    .forEach(name -> fields.text(name).ifPresent(value -> type.put(name, value)));
            fields.flag("archived").ifPresent(value -> type.put("archived", value));
            return type.put("updated_at", workspace.seconds());
        })));
    }

    private static ObjectNode changeable(Edit edit, Call call) {
        TicketTypes.require(edit, call.path("id"));
        return edit.change(Kind.TICKET_TYPE, call.path("id"));
    }

    private Response addAttribute(Call call) {
        return Response.ok(store.write(edit -> {
            Fields fields = call.fields();
            String dataType = fields.requiredText("data_type");
            if (!TYPES.contains(dataType)) {
                throw ApiException.invalid("data_type is not valid");
            }
            ObjectNode type = changeable(edit, call);
            ObjectNode attribute = types.addAttribute(edit, type, fields.requiredText("name"), dataType);
            attribute.put("description", fields.requiredText("description"));
            write(attribute, fields);
            if (dataType.equals("list")) {
                items(edit, attribute, fields.requiredText("list_items"));
            }
            return attribute;
        }));
    }

    // The items are one text; a comma cannot be part of one.
    private static void items(Edit edit, ObjectNode attribute, String items) {
        ArrayNode options = attribute.withObjectProperty("input_options").putArray("options");
        COMMA.splitAsStream(items)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(label -> options.addObject().put("id", edit.nextId()).put("label", label));
    }

    private static void write(ObjectNode attribute, Fields fields) {
        Stream.of(
                        "required_to_create",
                        "required_to_create_for_contacts",
                        "visible_on_create",
                        "visible_to_contacts",
                        "archived")
                .forEach(name -> fields.flag(name).ifPresent(value -> attribute.put(name, value)));
        fields.text("description").ifPresent(value -> attribute.put("description", value));
        fields.text("name").ifPresent(value -> attribute.put("name", value));
    }

    private Response updateAttribute(Call call) {
        return Response.ok(store.write(edit -> {
            for (JsonNode attribute : changeable(edit, call).path("attributes")) {
                if (attribute.path("id").asText().equals(call.path("attribute"))) {
                    write((ObjectNode) attribute, call.fields());
                    return attribute;
                }
            }
            throw ApiException.noResource();
        }));
    }

    private Response states() {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        ArrayNode data = list.putArray("data");
        store.read(documents -> documents.all(Kind.TICKET_TYPE))
                .forEach(type -> type.path("states").forEach(state -> {
                    ObjectNode shown = data.addObject();
                    shown.setAll((ObjectNode) state);
                    shown.put("archived", false);
                    shown.putObject("ticket_types")
                            .put("type", "list")
                            .putArray("data")
                            .add(types.shown(type));
                }));
        return Response.ok(list);
    }
}
