package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// `POST /conversations/{id}/merge`: closes a conversation and links it to another one.
record MergeResource(Workspace workspace, DocumentStore store, Attachments attachments) {

    Response merge(Call call) {
        String into = call.fields()
                .id("merge_into_conversation_id")
                .orElseThrow(() ->
                        ApiException.invalid("merge_into_conversation_id must be a valid integer conversation ID"));
        return Response.ok(store.write(edit -> {
            ObjectNode secondary = Conversations.change(workspace, edit, call.path("id"));
            if (into.equals(call.path("id"))) {
                throw failed("Cannot merge a conversation into itself");
            }
            if (edit.find(Kind.CONVERSATION, into).isEmpty()) {
                throw failed("Primary conversation not found");
            }
            if (secondary.has("merged_into")) {
                throw failed("Secondary conversation has already been merged");
            }
            return merged(edit, secondary, edit.change(Kind.CONVERSATION, into));
        }));
    }

    private ObjectNode merged(Edit edit, ObjectNode secondary, ObjectNode primary) {
        long now = workspace.seconds();
        secondary.put("state", "closed").put("open", false).set("merged_into", primary.path("id"));
        ObjectNode bot = new dev.ferry.local.intercom.people.Admins(workspace, edit).bot();
        new Parts(edit, secondary)
                .append(new Parts.Draft("merged_secondary_conversation", bot, Optional.empty(), now), now);
        primary.withArrayProperty("linked").add(secondary.path("id"));
        primary.put("updated_at", now);
        return new ConversationShape(workspace, edit, attachments).whole(primary, false);
    }

    private static ApiException failed(String message) {
        return new ApiException(422, "merge_failed", message);
    }
}
