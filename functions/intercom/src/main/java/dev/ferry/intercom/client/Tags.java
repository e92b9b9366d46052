package dev.ferry.intercom.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.internal.ApiRequest;
import dev.ferry.intercom.client.internal.ApiTransport;
import java.util.List;

/// Tags. Their names are told apart without regard to case.
public final class Tags {
    private final ApiTransport transport;

    Tags(ApiTransport transport) {
        this.transport = transport;
    }

    /// All tags.
    public List<JsonNode> all() {
        return Workspace.list(transport.send(ApiRequest.get("/tags", "list the tags")), "data");
    }

    /// Makes a tag, or gives back the one of that name.
    public JsonNode create(String name) {
        return transport.send(
                ApiRequest.repeatable("POST", "/tags", Json.object().put("name", name), "make a tag"));
    }

    /// Deletes a tag.
    public void delete(String id) {
        transport.send(ApiRequest.delete("/tags/" + id, "delete tag " + id));
    }
}
