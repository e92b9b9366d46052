package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.util.List;

/// Custom attributes. Contacts and companies share one interface, conversations have one of their own.
public final class Attributes {
    private final ApiTransport transport;

    Attributes(ApiTransport transport) {
        this.transport = transport;
    }

    /// What an attribute is to be.
    ///
    /// @param type in the spelling of its interface, for example `options` or `list`
    /// @param options of a list; none for others
    public record Definition(String name, String type, String description, List<String> options) {
        public Definition {
            options = List.copyOf(options);
        }
    }

    /// The attributes of a model, `contact` or `company`, those in the archive included.
    public List<JsonNode> ofPeople(String model) {
        return Workspace.list(
                transport.send(ApiRequest.get(
                        "/data_attributes?model=" + model + "&include_archived=true",
                        "list the attributes of a " + model)),
                "data");
    }

    /// Makes an attribute of a model. A second one of the same name is refused, in the other model, too.
    public JsonNode createForPeople(String model, Definition definition) {
        ObjectNode body = Json.object()
                .put("name", definition.name())
                .put("model", model)
                .put("data_type", definition.type())
                .put("description", definition.description());
        definition
                .options()
                .forEach(option -> body.withArray("options").addObject().put("value", option));
        return transport.send(ApiRequest.once(
                "/data_attributes", body, "make the attribute " + definition.name() + " of a " + model));
    }

    /// Puts an attribute of a model into the archive: there is no other way to undo one.
    public void archiveForPeople(String id) {
        transport.send(ApiRequest.repeatable(
                "PUT", "/data_attributes/" + id, Json.object().put("archived", true), "archive attribute " + id));
    }

    /// Takes an attribute of a model out of the archive.
    public void unarchiveForPeople(String id) {
        transport.send(ApiRequest.repeatable(
                "PUT",
                "/data_attributes/" + id,
                Json.object().put("archived", false),
                "take attribute " + id + " out of the archive"));
    }

    /// The attributes of conversations, those in the archive included.
    public List<JsonNode> ofConversations() {
        JsonNode document = transport.send(ApiRequest.get(
                "/conversations/attributes?include_archived=true", "list the attributes of a conversation"));
        return Workspace.list(document, document.has("data") ? "data" : "conversation_attributes");
    }

    /// Makes an attribute of conversations.
    public JsonNode createForConversations(Definition definition) {
        ObjectNode body = Json.object()
                .put("name", definition.name())
                .put("data_type", definition.type())
                .put("description", definition.description())
                .put("required", false);
        if (definition.type().equals("string")) {
            body.put("multiline", true);
        }
        definition
                .options()
                .forEach(option -> body.withArray("options").addObject().put("label", option));
        return transport.send(ApiRequest.once(
                "/conversations/attributes", body, "make the attribute " + definition.name() + " of a conversation"));
    }

    /// Puts an attribute of conversations into the archive.
    public void archiveForConversations(String id) {
        transport.send(ApiRequest.delete("/conversations/attributes/" + id, "archive conversation attribute " + id));
    }
}
