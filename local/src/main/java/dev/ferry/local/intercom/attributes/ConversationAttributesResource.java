package dev.ferry.local.intercom.attributes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// `/conversations/attributes`: definitions of attributes of conversations, since 2.16.
public final class ConversationAttributesResource {
    private static final ApiVersion SINCE = ApiVersion.two(16);
    private static final List<String> TYPES =
            List.of("string", "integer", "list", "decimal", "boolean", "datetime", "relationship", "files");

    private final Workspace workspace;
    private final DocumentStore store;

    public ConversationAttributesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints, which must come before those of single conversations.
    public void addTo(Routes routes) {
        AttributeOptions options = new AttributeOptions(workspace, store);
        routes.add("GET /conversations/attributes", SINCE, this::list)
                .add("POST /conversations/attributes", SINCE, this::create)
                .add("GET /conversations/attributes/{id}", SINCE, this::get)
                .add("PUT /conversations/attributes/{id}", SINCE, this::update)
                .add("DELETE /conversations/attributes/{id}", SINCE, this::archive)
                .add("POST /conversations/attributes/{id}/options", SINCE, options::add)
                .add("PUT /conversations/attributes/{id}/options/{option}", SINCE, options::rename)
                .add("DELETE /conversations/attributes/{id}/options/{option}", SINCE, options::archive);
    }

    private Response list(Call call) {
        boolean archived = call.flag("include_archived", false);
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        ArrayNode data = list.putArray("data");
        store.read(documents -> documents.all(Kind.CONVERSATION_ATTRIBUTE)).stream()
                .filter(a -> archived || !a.path("archived").asBoolean())
                .map(ConversationAttributesResource::shown)
                .forEach(data::add);
        return Response.ok(list);
    }

    private Response get(Call call) {
        return Response.ok(shown(store.read(documents -> documents
                .find(Kind.CONVERSATION_ATTRIBUTE, call.path("id"))
                .orElseThrow(ConversationAttributesResource::notFound))));
    }

    private Response create(Call call) {
        return Response.ok(shown(store.write(edit -> create(edit, call.fields()))));
    }

    private ObjectNode create(Edit edit, Fields fields) {
        String name = required(fields, "name");
        String type = required(fields, "data_type");
        if (!TYPES.contains(type)) {
            throw unprocessable(
                    "data_type '%s' is not valid. Allowed types: %s".formatted(type, String.join(", ", TYPES)));
        }
        if (workspace.knobs().data().refuseDuplicateAttributes()
                && edit.by(Lookup.CONVERSATION_ATTRIBUTE_NAME, name).stream()
                        .anyMatch(a -> !a.path("archived").asBoolean())) {
            throw ApiException.invalid("A conversation attribute with that name already exists");
        }
        String id = edit.nextId();
        ObjectNode attribute = JsonNodeFactory.instance.objectNode();
        attribute.put("id", id).put("name", name);
        attribute.put("description", fields.text("description").orElse("")).put("data_type", type);
        attribute.put("required", fields.flag("required").orElse(false));
        attribute.set(
                "visible_to_team_ids", fields.list("visible_to_team_ids").orElse(JsonNodeFactory.instance.arrayNode()));
        attribute.put("archived", false);
        attribute.put("created_at", workspace.seconds()).put("updated_at", workspace.seconds());
        if (type.equals("string")) {
            attribute.put("multiline", fields.flag("multiline").orElse(false));
        }
        if (type.equals("list")) {
            attribute.set("options", options(fields));
        }
        return edit.put(Kind.CONVERSATION_ATTRIBUTE, id, attribute);
    }

    private ArrayNode options(Fields fields) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        JsonNode wanted = fields.json().path("options");
        for (JsonNode option : wanted) {
            if (!option.path("label").isTextual()) {
                throw unprocessable("label is required");
            }
            options.add(AttributeOptions.option(workspace, option.path("label").textValue()));
        }
        if (options.size() < 2) {
            throw unprocessable("A list attribute must have at least 2 active options");
        }
        return options;
    }

    private Response update(Call call) {
        return Response.ok(shown(store.write(edit -> {
            ObjectNode attribute = changeable(edit, call);
            Fields fields = call.fields();
            fields.text("name").ifPresent(value -> attribute.put("name", value));
            fields.text("description").ifPresent(value -> attribute.put("description", value));
            fields.flag("required").ifPresent(value -> attribute.put("required", value));
            fields.list("visible_to_team_ids").ifPresent(value -> attribute.set("visible_to_team_ids", value));
            if (attribute.has("multiline")) {
                fields.flag("multiline").ifPresent(value -> attribute.put("multiline", value));
            }
            return attribute.put("updated_at", workspace.seconds());
        })));
    }

    private Response archive(Call call) {
        return Response.ok(shown(store.write(
                edit -> changeable(edit, call).put("archived", true).put("updated_at", workspace.seconds()))));
    }

    static ObjectNode changeable(Edit edit, Call call) {
        String id = call.path("id");
        if (edit.find(Kind.CONVERSATION_ATTRIBUTE, id).isEmpty()) {
            throw notFound();
        }
        return edit.change(Kind.CONVERSATION_ATTRIBUTE, id);
    }

    private static String required(Fields fields, String name) {
        return fields.text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> unprocessable(name + " is required"));
    }

    private static ApiException notFound() {
        return new ApiException(404, "conversation_attribute_not_found", "Conversation attribute not found");
    }

    static ApiException unprocessable(String message) {
        return new ApiException(422, "parameter_invalid", message);
    }

    /// What a client sees of a definition.
    public static ObjectNode shown(ObjectNode stored) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("type", "conversation_attribute");
        shown.setAll(stored);
        shown.put("id", stored.path("id").asLong()).put("admin_id", "16");
        return shown;
    }
}
