package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The types of tickets, each with four states.
///
/// *Shape* of a document: as the API shows it, with `attributes` and `states` as plain lists.
public record TicketTypes(Workspace workspace) {
    private static final List<State> STATES = List.of(
            new State("submitted", "Submitted", "Submitted"),
            new State("in_progress", "In progress", "In progress"),
            new State("waiting_on_customer", "Waiting on customer", "Waiting on you"),
            new State("resolved", "Resolved", "Resolved"));

    private record State(String category, String internal, String external) {}

    /// A type by its id. *Errors*: 404.
    public static ObjectNode require(Documents documents, String id) {
        return documents.find(Kind.TICKET_TYPE, id).orElseThrow(ApiException::noResource);
    }

    /// Makes a type with a title, a description and the four states.
    public ObjectNode create(Edit edit, String name, String category) {
        String id = edit.nextId();
        ObjectNode type = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
        type.put("description", "").put("icon", "🎫").put("category", category).put("archived", false);
        type.put("created_at", workspace.seconds()).put("updated_at", workspace.seconds());
        type.putArray("attributes");
        addAttribute(edit, type, "_default_title_", "string").put("default", true);
        addAttribute(edit, type, "_default_description_", "string").put("default", true);
        for (State state : STATES) {
            type.withArrayProperty("states")
                    .addObject()
                    .put("type", "ticket_state")
                    .put("id", edit.nextId())
                    .put("category", state.category())
                    .put("internal_label", state.internal())
                    .put("external_label", state.external());
        }
        return edit.put(Kind.TICKET_TYPE, id, type);
    }

    /// Adds an attribute to a type that is being changed.
    ObjectNode addAttribute(Edit edit, ObjectNode type, String name, String dataType) {
        ObjectNode attribute = type.withArrayProperty("attributes").addObject();
        attribute.put("type", "ticket_type_attribute").put("id", edit.nextId());
        attribute
                .put("workspace_id", workspace.identity().id())
                .put("name", name)
                .put("description", "");
        attribute.put("data_type", dataType).putObject("input_options");
        attribute.put("order", type.path("attributes").size() - 1);
        attribute.put("required_to_create", false).put("required_to_create_for_contacts", false);
        attribute
                .put("visible_on_create", true)
                .put("visible_to_contacts", true)
                .put("default", false);
        attribute.put("ticket_type_id", type.path("id").asLong()).put("archived", false);
        return attribute.put("created_at", workspace.seconds()).put("updated_at", workspace.seconds());
    }

    /// A state of a type, the first when none is asked for. *Errors*: 400.
    static JsonNode state(ObjectNode type, Optional<String> id) {
        for (JsonNode state : type.path("states")) {
            if (id.isEmpty() || state.path("id").asText().equals(id.get())) {
                return state;
            }
        }
        throw new ApiException(
                400,
                "ticket_state_id_invalid",
                "Ticket state id is not valid or is not associated with the ticket type");
    }

    /// What a client sees of a type.
    ObjectNode shown(ObjectNode type) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "ticket_type");
        for (String field : List.of("id", "name", "description", "icon", "category", "archived")) {
            shown.set(field, type.path(field));
        }
        shown.put("workspace_id", workspace.identity().id()).put("is_internal", false);
        shown.set("created_at", type.path("created_at"));
        shown.set("updated_at", type.path("updated_at"));
        shown.putObject("ticket_type_attributes").put("type", "list").set("data", type.path("attributes"));
        shown.putObject("ticket_states").put("type", "list").set("data", type.path("states"));
        return shown;
    }
}
