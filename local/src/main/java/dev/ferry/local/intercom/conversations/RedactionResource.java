package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;

/// `POST /conversations/redact`: blanks a part or the first message, which keeps its place.
final class RedactionResource {
    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    RedactionResource(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("POST /conversations/redact", plan.needed(this::redact));
    }

    private Response redact(Call call) {
        return Response.ok(store.write(edit -> {
            Fields fields = call.fields();
            String id = fields.requiredId("conversation_id");
            if (edit.find(Kind.CONVERSATION, id).isEmpty()) {
                throw notFound();
            }
            ObjectNode conversation = edit.change(Kind.CONVERSATION, id);
            switch (fields.requiredText("type")) {
                case "conversation_part" -> part(edit, id, fields.requiredId("conversation_part_id"));
                case "source" -> source(conversation, fields.requiredId("source_id"));
                default -> throw ApiException.invalid("type must be either conversation_part or source");
            }
            conversation.put("updated_at", workspace.seconds());
            return new ConversationShape(workspace, edit, attachments).whole(conversation, false);
        }));
    }

    private void part(Edit edit, String conversation, String id) {
        if (edit.find(Kind.PART, id)
                .filter(found -> found.path("conversation").asText().equals(conversation))
                .isEmpty()) {
            throw notFound();
        }
        ObjectNode part = edit.change(Kind.PART, id);
        if (!part.path("body").isTextual()) {
            throw notRedactable();
        }
        blank(part);
        part.put("updated_at", workspace.seconds());
    }

    private static void source(ObjectNode conversation, String id) {
        ObjectNode source = conversation.withObjectProperty("source");
        if (!source.path("id").asText().equals(id)) {
            throw notFound();
        }
        if (source.path("author").path("type").asText().equals("admin")) {
            throw notRedactable();
        }
        blank(source);
    }

    private static void blank(ObjectNode message) {
        message.put("body", MessageText.DELETED).put("redacted", true);
        message.remove("attachments");
    }

    private static ApiException notFound() {
        return new ApiException(
                404, "conversation_part_or_message_not_found", "Conversation part or message not found");
    }

    private static ApiException notRedactable() {
        return new ApiException(
                400, "conversation_part_not_redactable", "Conversation part or message cannot be redacted");
    }
}
