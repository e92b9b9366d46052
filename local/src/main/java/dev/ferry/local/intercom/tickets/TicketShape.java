package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.conversations.ConversationShape;
import dev.ferry.local.intercom.conversations.Conversations;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// What a client sees of a ticket.
public record TicketShape(Workspace workspace, Documents documents, Attachments attachments) {

    /// The whole ticket, with all parts of its thread.
    public ObjectNode whole(ObjectNode ticket) {
        String id = ticket.path("id").asText();
        ObjectNode type = TicketTypes.require(documents, ticket.path("type").asText());
        ObjectNode conversation = documents.require(Kind.CONVERSATION, id);
        ObjectNode seen = new ConversationShape(workspace, documents, attachments).item(conversation);
        ObjectNode shown =
                JsonNodeFactory.instance.objectNode().put("type", "ticket").put("id", id);
        shown.set("ticket_id", ticket.path("number"));
        shown.set("category", type.path("category"));
        shown.set("ticket_attributes", ticket.path("attributes"));
        shown.set("ticket_state", ticket.path("state"));
        shown.set("ticket_type", new TicketTypes(workspace).shown(type));
        for (String field : List.of(
                "contacts",
                "admin_assignee_id",
                "team_assignee_id",
                "created_at",
                "updated_at",
                "open",
                "snoozed_until",
                "linked_objects")) {
            shown.set(field, seen.path(field));
        }
        shown.put("is_shared", ticket.path("is_shared").asBoolean());
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        if (ticket.path("converted").asBoolean()) {
            parts.add(source(conversation));
        }
        documents.by(Lookup.PART_CONVERSATION, id).forEach(part -> parts.add(part(part)));
        ObjectNode list = shown.putObject("ticket_parts").put("type", "ticket_part.list");
        list.set("ticket_parts", parts);
        list.put("total_count", parts.size());
        return shown;
    }

    // The first message of a conversation is one of its ticket's parts.
    private ObjectNode source(ObjectNode conversation) {
        JsonNode source = conversation.path("source");
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "ticket_part");
        shown.set("id", source.path("id"));
        shown.put("part_type", "comment").set("body", source.path("body"));
        shown.set("created_at", conversation.path("created_at"));
        shown.set("updated_at", conversation.path("created_at"));
        shown.set("author", author(source.path("author")));
        shown.set("attachments", attachments.shown(source.path("attachments")));
        return shown.put("redacted", source.path("redacted").asBoolean());
    }

    /// A part of the thread as tickets show it.
    ObjectNode part(ObjectNode part) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "ticket_part");
        for (String field : List.of("id", "part_type", "body", "created_at", "updated_at")) {
            shown.set(field, part.path(field));
        }
        for (String field : List.of("ticket_state", "previous_ticket_state", "assigned_to")) {
            if (part.has(field)) {
                shown.set(field, part.path(field));
            }
        }
        shown.set("author", author(part.path("author")));
        shown.set("attachments", attachments.shown(part.path("attachments")));
        return shown.put("redacted", part.path("redacted").asBoolean());
    }

    private static JsonNode author(JsonNode author) {
        ObjectNode shown = author.deepCopy();
        if (author.path("type").asText().equals("lead")) {
            shown.put("type", "user");
        }
        return shown;
    }

    /// The ids of a ticket's contacts.
    List<String> contacts(String id) {
        return Conversations.contacts(documents.require(Kind.CONVERSATION, id));
    }
}
