package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import java.util.Optional;

/// Appends parts to a conversation.
///
/// @param conversation to be changed in place
public record Parts(Edit edit, ObjectNode conversation) {

    /// A part to be appended.
    ///
    /// @param type `comment`, `note`, `open`, `close`, `assignment` and so on
    /// @param author as parts show it
    /// @param body as HTML; empty for what is no message
    /// @param createdAt seconds since 1970
    public record Draft(String type, ObjectNode author, Optional<String> body, long createdAt) {}

    /// Appends a part, which can be filled further until the edit ends.
    ///
    /// @param now seconds since 1970
    public ObjectNode append(Draft draft, long now) {
        String id = edit.nextId();
        ObjectNode part = JsonNodeFactory.instance.objectNode().put("id", id);
        part.set("conversation", conversation.path("id"));
        part.put("part_type", draft.type());
        draft.body().ifPresentOrElse(body -> part.put("body", body), () -> part.putNull("body"));
        part.put("created_at", draft.createdAt()).put("updated_at", draft.createdAt());
        part.set("author", draft.author());
        part.set("state", conversation.path("state"));
        conversation.put("updated_at", now);
        count(conversation, draft);
        return edit.put(Kind.PART, id, part);
    }

    private static void count(ObjectNode conversation, Draft draft) {
        ObjectNode statistics = conversation.withObjectProperty("statistics");
        increment(statistics, "count_conversation_parts");
        String author = draft.author().path("type").asText();
        switch (draft.type()) {
            case "close" -> {
                moment(statistics, "close_at", draft.createdAt());
                statistics.set("last_closed_by_id", draft.author().path("id"));
            }
            case "assignment", "assign_and_reopen" -> {
                increment(statistics, "count_assignments");
                moment(statistics, "assignment_at", draft.createdAt());
            }
            case "comment", "open", "quick_reply" -> {
                if (draft.body().isPresent()) {
                    moment(
                            statistics,
                            author.equals("admin") ? "admin_reply_at" : "contact_reply_at",
                            draft.createdAt());
                }
            }
            default -> {
                // Notes and attributes are in no statistics.
            }
        }
    }

    private static void moment(ObjectNode statistics, String name, long seconds) {
        if (!statistics.has("first_" + name)) {
            statistics.put("first_" + name, seconds);
        }
        statistics.put("last_" + name, seconds);
    }

    static void increment(ObjectNode statistics, String name) {
        JsonNode present = statistics.path(name);
        statistics.put(name, present.asInt() + 1);
    }
}
