package dev.ferry.local.intercom.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Identity;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// `/me`, `/admins`, `/teams`, `/segments` and `/subscription_types`.
public final class PeopleResource {
    private final Workspace workspace;
    private final DocumentStore store;

    public PeopleResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("GET /me", call -> me())
                .add("GET /admins", call -> list("admin.list", "admins", Kind.ADMIN))
                .add("GET /admins/{id}", this::admin)
                .add("GET /teams", call -> list("team.list", "teams", Kind.TEAM))
                .add("GET /teams/{id}", this::team)
                .add("GET /segments", call -> list("segment.list", "segments", Kind.SEGMENT))
                .add("GET /segments/{id}", this::segment)
                .add("GET /subscription_types", call -> Response.ok(envelope("list", "data", List.of())));
    }

    private Response me() {
        ObjectNode admin = store.read(documents -> documents.all(Kind.ADMIN)).stream()
                .findFirst()
                .orElseThrow(() -> new ApiException(401, "unauthorized", "Access Token Invalid"));
        Identity identity = workspace.identity();
        ObjectNode me = JsonNodeFactory.instance.objectNode().put("type", "admin");
        me.set("id", admin.path("id"));
        me.set("email", admin.path("email"));
        me.set("name", admin.path("name"));
        me.put("email_verified", true);
        me.putObject("app")
                .put("type", "app")
                .put("id_code", identity.id())
                .put("name", identity.name())
                .put("created_at", admin.path("created_at").asLong())
                .put("secure", false)
                .put("identity_verification", false)
                .put("timezone", identity.timezone().getId())
                .put("region", identity.region());
        me.putObject("avatar").put("type", "avatar").putNull("image_url");
        me.set("has_inbox_seat", admin.path("has_inbox_seat"));
        return Response.ok(me);
    }

    private Response list(String type, String field, Kind kind) {
        List<ObjectNode> all = store.read(documents -> documents.all(kind));
        return Response.ok(envelope(type, field, all));
    }

    private static ObjectNode envelope(String type, String field, List<ObjectNode> all) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", type);
        list.putArray(field).addAll(all);
        return list;
    }

    private Response admin(Call call) {
        return Response.ok(store.read(documents -> new Admins(workspace, documents).require(call.path("id"))));
    }

    private Response team(Call call) {
        return Response.ok(store.read(documents -> documents
                .find(Kind.TEAM, call.path("id"))
                .orElseThrow(() -> new ApiException(404, "team_not_found", "Team not found"))));
    }

    private Response segment(Call call) {
        return Response.ok(store.read(
                documents -> documents.find(Kind.SEGMENT, call.path("id")).orElseThrow(ApiException::noResource)));
    }
}
