package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.util.ArrayList;
import java.util.List;

/// What a workspace says of itself.
public final class Workspace {
    private final ApiTransport transport;

    Workspace(ApiTransport transport) {
        this.transport = transport;
    }

    /// The admin that the token belongs to, with the workspace in `app`.
    public JsonNode me() {
        return transport.send(ApiRequest.get("/me", "read who the token belongs to"));
    }

    /// All admins. No call makes one.
    public List<JsonNode> admins() {
        return list(transport.send(ApiRequest.get("/admins", "list the admins")), "admins");
    }

    /// All ticket types, with their attributes and states.
    public List<JsonNode> ticketTypes() {
        return list(transport.send(ApiRequest.get("/ticket_types", "list the ticket types")), "data");
    }

    static List<JsonNode> list(JsonNode document, String name) {
        List<JsonNode> rows = new ArrayList<>();
        document.path(name).forEach(rows::add);
        return List.copyOf(rows);
    }
}
