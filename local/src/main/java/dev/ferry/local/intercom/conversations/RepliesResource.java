package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.limits.ReplyThrottle;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// `POST /conversations/{id}/reply`: messages of contacts and admins, notes, quick replies.
final class RepliesResource {
    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;
    private final ReplyThrottle throttle;

    RepliesResource(Workspace workspace, DocumentStore store, Attachments attachments, ReplyThrottle throttle) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
        this.throttle = throttle;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("POST /conversations/{id}/reply", plan.needed(this::reply));
    }

    private Response reply(Call call) {
        long now = workspace.seconds();
        long createdAt = Moments.createdAt(call.fields(), now);
        ArrayNode files = attachments.ofReply(call.fields());
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = Conversations.change(workspace, edit, call.path("id"));
            refuseTooEarly(conversation, createdAt);
            Reply reply = Reply.of(workspace, edit, call.fields(), conversation);
            if (!throttle.admits(
                    call.path("id"), workspace.millis(), workspace.knobs().limits())) {
                throw ApiException.invalid("Too many recent replies to this conversation");
            }
            append(edit, call, conversation, reply, createdAt).set("attachments", files);
            return new ConversationShape(workspace, edit, attachments).whole(conversation, false);
        }));
    }

    private void refuseTooEarly(ObjectNode conversation, long createdAt) {
        if (workspace.knobs().messages().refuseBeforeStart()
                && createdAt < conversation.path("created_at").asLong()) {
            throw Moments.invalid(Long.toString(createdAt));
        }
    }

    private ObjectNode append(Edit edit, Call call, ObjectNode conversation, Reply reply, long createdAt) {
        Fields fields = call.fields();
        Optional<String> body = Optional.of(reply.body()).filter(text -> !text.isEmpty());
        Automations automations = new Automations(workspace, edit, call, conversation);
        Parts parts = new Parts(edit, conversation);
        if (reply.byContact()) {
            boolean reopens = !conversation.path("state").asText().equals("open");
            if (reopens) {
                conversation.put("open", true).put("state", "open").putNull("snoozed_until");
                Parts.increment(conversation.withObjectProperty("statistics"), "count_reopens");
            }
            conversation.put("read", false).put("waiting_since", createdAt);
            ObjectNode part = parts.append(
                    new Parts.Draft(reopens ? "open" : "comment", reply.author(), body, createdAt),
                    workspace.seconds());
            part.put("app", call.app().name());
            automations.written();
            return part;
        }
        ObjectNode part =
                parts.append(new Parts.Draft(reply.type(), reply.author(), body, createdAt), workspace.seconds());
        part.put("app", call.app().name());
        if (!reply.type().equals("note")) {
            conversation.putNull("waiting_since");
            if (!reply.isSilent(call.version(), fields)) {
                automations.notify("admin_" + reply.type());
            }
        }
        return part;
    }
}
