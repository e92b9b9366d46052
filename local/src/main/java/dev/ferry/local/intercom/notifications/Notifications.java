package dev.ferry.local.intercom.notifications;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;

/// Records what would have left because of a call.
///
/// *Shape*: `{"id":"..","at":1734537430,"kind":"admin_comment","contact":"..","conversation":"..",
/// "cause":"POST /conversations/{id}/reply","request_id":".."}`; the text is not in it.
public record Notifications(Workspace workspace, Edit edit, Call call) {

    /// Records one.
    ///
    /// @param kind such as `admin_comment`, `outbound`, `workflow`, `fin`, `csat`, `ticket`
    /// @param contact whom it would have reached
    /// @param conversation may be empty
    public void record(String kind, String contact, String conversation) {
        String id = edit.nextId();
        ObjectNode notification = JsonNodeFactory.instance.objectNode();
        notification.put("id", id).put("at", workspace.seconds()).put("kind", kind);
        notification.put("contact", contact).put("conversation", conversation);
        notification.put("cause", call.route()).put("request_id", call.requestId());
        edit.put(Kind.NOTIFICATION, id, notification);
    }
}
