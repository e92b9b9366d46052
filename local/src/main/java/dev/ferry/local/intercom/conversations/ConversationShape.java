package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.contacts.ContactShape;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// What a client sees of a conversation.
public record ConversationShape(Workspace workspace, Documents documents, Attachments attachments) {
    private static final List<String> PLAIN = List.of(
            "created_at",
            "updated_at",
            "waiting_since",
            "snoozed_until",
            "open",
            "state",
            "read",
            "priority",
            "admin_assignee_id",
            "team_assignee_id",
            "custom_attributes",
            "first_contact_reply");
    private static final List<String> MOMENTS = List.of(
            "first_contact_reply_at",
            "first_assignment_at",
            "first_admin_reply_at",
            "first_close_at",
            "last_assignment_at",
            "last_contact_reply_at",
            "last_admin_reply_at",
            "last_close_at",
            "last_closed_by_id");

    /// With its latest parts.
    public ObjectNode whole(ObjectNode conversation, boolean plaintext) {
        return whole(conversation, plaintext, workspace.knobs().messages().partsShown());
    }

    /// With its latest parts, up to a number.
    public ObjectNode whole(ObjectNode conversation, boolean plaintext, int mostParts) {
        ObjectNode shown = item(conversation);
        if (plaintext) {
            ObjectNode source = (ObjectNode) shown.path("source");
            source.put("body", MessageText.text(source.path("body").asText()));
        }
        List<ObjectNode> all =
                documents.by(Lookup.PART_CONVERSATION, conversation.path("id").asText());
        List<ObjectNode> latest = all.subList(Math.max(0, all.size() - mostParts), all.size());
        ObjectNode list = shown.putObject("conversation_parts").put("type", "conversation_part.list");
        ArrayNode parts = list.putArray("conversation_parts");
        latest.forEach(part -> parts.add(part(part, plaintext)));
        list.put("total_count", latest.size());
        return shown;
    }

    /// Without its parts, as lists and searches show it.
    public ObjectNode item(ObjectNode conversation) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "conversation");
        shown.set("id", conversation.path("id"));
        PLAIN.forEach(field -> shown.set(field, conversation.path(field)));
        shown.set("title", conversation.path("title"));
        shown.set("source", source(conversation.path("source")));
        ObjectNode contacts = shown.putObject("contacts").put("type", "contact.list");
        ArrayNode references = contacts.putArray("contacts");
        Conversations.contacts(conversation).forEach(id -> references.add(contact(id)));
        Companies companies = new Companies(workspace, documents);
        companies
                .find(conversation.path("company").asText())
                .ifPresentOrElse(
                        company -> shown.set("company", companies.shown(company)), () -> shown.putNull("company"));
        ObjectNode tags = shown.putObject("tags").put("type", "tag.list");
        tags.set("tags", new AppliedTags(documents, conversation).all());
        for (String nothing : List.of("conversation_rating", "teammates", "sla_applied", "ai_agent")) {
            shown.putNull(nothing);
        }
        shown.put(
                "ai_agent_participated",
                conversation.path("ai_agent_participated").asBoolean());
        shown.putObject("topics");
        shown.set("ticket", ticket(conversation));
        shown.set("statistics", statistics(conversation.path("statistics")));
        ObjectNode linked = shown.putObject("linked_objects").put("type", "list");
        ArrayNode data = linked.putArray("data");
        conversation
                .path("linked")
                .forEach(id -> data.addObject().put("type", "conversation").put("id", id.asText()));
        linked.put("total_count", data.size()).put("has_more", false);
        return shown;
    }

    private JsonNode contact(String id) {
        return documents
                .find(Kind.CONTACT, id)
                .map(ContactShape::reference)
                .orElseGet(() -> JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "contact")
                        .put("id", id)
                        .putNull("external_id"));
    }

    private JsonNode ticket(ObjectNode conversation) {
        return documents
                .find(Kind.TICKET, conversation.path("id").asText())
                .<JsonNode>map(ticket -> JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "ticket")
                        .put("id", ticket.path("id").asText()))
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private ObjectNode source(JsonNode stored) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "conversation");
        shown.set("id", stored.path("id"));
        shown.set("delivered_as", stored.path("delivered_as"));
        shown.put("subject", "");
        shown.set("body", stored.path("body"));
        shown.set("author", stored.path("author"));
        shown.set("attachments", attachments.shown(stored.path("attachments")));
        shown.putNull("url");
        shown.put("redacted", stored.path("redacted").asBoolean());
        return shown;
    }

    private static ObjectNode statistics(JsonNode stored) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "conversation_statistics");
        for (String field : List.of("count_reopens", "count_assignments", "count_conversation_parts")) {
            shown.put(field, stored.path(field).asInt());
        }
        MOMENTS.forEach(field ->
                shown.set(field, stored.has(field) ? stored.path(field) : JsonNodeFactory.instance.nullNode()));
        return shown;
    }

    /// A part as a client sees it.
    public ObjectNode part(ObjectNode part, boolean plaintext) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "conversation_part");
        shown.set("id", part.path("id"));
        shown.set("part_type", part.path("part_type"));
        JsonNode body = part.path("body");
        if (plaintext && body.isTextual()) {
            shown.put("body", MessageText.text(body.textValue()));
        } else {
            shown.set("body", body);
        }
        shown.set("created_at", part.path("created_at"));
        shown.set("updated_at", part.path("updated_at"));
        shown.set("notified_at", part.path("created_at"));
        shown.set(
                "assigned_to",
                part.has("assigned_to") ? part.path("assigned_to") : JsonNodeFactory.instance.nullNode());
        shown.set("author", part.path("author"));
        shown.set("attachments", attachments.shown(part.path("attachments")));
        shown.putNull("external_id").put("redacted", part.path("redacted").asBoolean());
        shown.set("state", part.path("state"));
        shown.putArray("tags");
        shown.putObject("metadata");
        shown.putNull("email_message_metadata");
        shown.set(
                "event_details",
                part.has("event_details") ? part.path("event_details") : JsonNodeFactory.instance.nullNode());
        shown.set("app_package_code", part.has("app") ? part.path("app") : JsonNodeFactory.instance.nullNode());
        return shown;
    }
}
