package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.LagRules;
import dev.ferry.local.intercom.workspace.Workspace;

/// The first message of a conversation.
///
/// @param deliveredAs `customer_initiated`, which the reference assumes, or `admin_initiated`
/// @param author as messages show it
/// @param body as HTML
/// @param files attachments as documents have them
/// @param createdAt seconds since 1970
public record Beginning(String deliveredAs, ObjectNode author, String body, ArrayNode files, long createdAt) {

    /// Makes the conversation: open, unread, unassigned.
    public ObjectNode conversation(Workspace workspace, Edit edit, ObjectNode contact) {
        LagRules lags = workspace.knobs().lags();
        String messageId = edit.nextId();
        String id = edit.nextId();
        ObjectNode conversation =
                JsonNodeFactory.instance.objectNode().put("id", id).putNull("title");
        conversation.put("created_at", createdAt).put("updated_at", workspace.seconds());
        conversation.putNull("waiting_since").putNull("snoozed_until").putNull("first_contact_reply");
        conversation.put("open", true).put("state", "open").put("read", false).put("priority", "none");
        conversation.put("admin_assignee_id", 0).put("team_assignee_id", 0);
        ObjectNode source = conversation.putObject("source").put("id", messageId);
        source.put("delivered_as", deliveredAs).put("body", body).set("author", author);
        source.set("attachments", files);
        conversation.putArray("contacts").add(contact.path("id"));
        conversation.putObject("custom_attributes");
        if (!author.path("type").asText().equals("admin")) {
            conversation.put("waiting_since", createdAt);
            ObjectNode reply = conversation.putObject("first_contact_reply").put("created_at", createdAt);
            reply.put("type", "conversation").putNull("url");
        }
        conversation.put(
                "readable_at", workspace.millis() + lags.conversationDelay().toMillis());
        conversation.put(
                "indexed_at", workspace.millis() + lags.conversationIndexDelay().toMillis());
        return edit.put(Kind.CONVERSATION, id, conversation);
    }
}
