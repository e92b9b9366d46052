package dev.ferry.local.intercom.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;

/// The admins as other resources need them.
public record Admins(Workspace workspace, Documents documents) {
    /// The id of the first admin; the others count on from it.
    public static final long FIRST = 991_267_466;

    /// The id of the workspace's bot.
    public static final String BOT = "991267450";

    /// An admin who exists. *Errors*: 404 `admin_not_found`.
    public ObjectNode require(String id) {
        return documents.find(Kind.ADMIN, id).orElseThrow(ApiException::noAdmin);
    }

    /// An admin who may act in conversations. *Errors*: 404; 405 for one without an inbox seat.
    public ObjectNode acting(String id) {
        ObjectNode admin = require(id);
        if (workspace.knobs().messages().adminsNeedSeat()
                && !admin.path("has_inbox_seat").asBoolean()) {
            throw new ApiException(405, "action_forbidden", "This admin has no inbox seat");
        }
        return admin;
    }

    /// An admin as the author of something.
    public static ObjectNode author(ObjectNode admin) {
        ObjectNode author = JsonNodeFactory.instance.objectNode();
        author.set("id", admin.path("id"));
        author.put("type", "admin");
        author.set("name", admin.path("name"));
        author.set("email", admin.path("email"));
        return author;
    }

    /// The workspace's bot as the author of something.
    public ObjectNode bot() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", BOT)
                .put("type", "bot")
                .put("name", "Fin")
                .put("email", "operator+" + workspace.identity().id() + "@intercom.io");
    }

    /// A reference to an admin.
    public static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("type", "admin").put("id", id);
    }
}
