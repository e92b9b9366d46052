package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.limits.ReplyThrottle;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Set;

/// `/conversations`: create and read; the rest is with its neighbours in this package.
public final class ConversationsResource {
    private static final Set<String> SENDERS = Set.of("lead", "user", "contact");

    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    public ConversationsResource(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    /// Adds the endpoints; attributes of conversations must be there already.
    public void addTo(Routes routes, ReplyThrottle throttle) {
        Plan plan = new Plan(workspace);
        new ConversationLists(workspace, store, attachments).addTo(routes, plan);
        routes.add("POST /conversations", plan.needed(this::create))
                .add("GET /conversations/{id}", plan.needed(this::get));
        new ConversationChanges(workspace, store, attachments).addTo(routes, plan);
        new RepliesResource(workspace, store, attachments, throttle).addTo(routes, plan);
        new StateResource(workspace, store, attachments).addTo(routes, plan);
        new ParticipantsResource(workspace, store, attachments).addTo(routes, plan);
        new RedactionResource(workspace, store, attachments).addTo(routes, plan);
        routes.add(
                "POST /conversations/{id}/merge",
                ApiVersion.two(16),
                plan.needed(new MergeResource(workspace, store, attachments)::merge));
    }

    private Response get(Call call) {
        return Response.ok(store.read(documents -> new ConversationShape(workspace, documents, attachments)
                .whole(new Conversations(workspace, documents).readable(call.path("id")), plaintext(call))));
    }

    static boolean plaintext(Call call) {
        return call.query("display_as").filter("plaintext"::equals).isPresent();
    }

    private Response create(Call call) {
        Fields fields = call.fields();
        Fields from = new Fields(fields.object("from").orElseThrow(() -> ApiException.missing("from")));
        String type = from.requiredText("type");
        if (!SENDERS.contains(type)) {
            throw ApiException.invalid("Conversations can only be created from a contact, not from: " + type);
        }
        String sender = from.requiredId("id");
        String body = fields.requiredText("body");
        long now = workspace.seconds();
        long createdAt = Moments.createdAt(fields, now);
        ArrayNode files = attachments.ofUrls(fields);
        return Response.ok(store.write(edit -> {
            ObjectNode contact = new Contacts(workspace, edit).messageable(sender);
            Beginning beginning =
                    new Beginning("customer_initiated", author(contact), MessageText.plain(body), files, createdAt);
            ObjectNode conversation = beginning.conversation(workspace, edit, contact);
            new Automations(workspace, edit, call, conversation).begun();
            return message(conversation, body, createdAt);
        }));
    }

    /// A contact as the author of something.
    public static ObjectNode author(ObjectNode contact) {
        ObjectNode author = JsonNodeFactory.instance.objectNode();
        author.set("id", contact.path("id"));
        author.set("type", contact.path("role"));
        author.set("name", orNull(contact.path("name")));
        author.set("email", orNull(contact.path("email")));
        return author;
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
    }

    // What comes back is the message; the conversation's id is beside its own.
    private static ObjectNode message(ObjectNode conversation, String body, long createdAt) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "user_message");
        message.set("id", conversation.path("source").path("id"));
        message.put("created_at", createdAt).put("body", body).put("message_type", "inapp");
        message.set("conversation_id", conversation.path("id"));
        return message;
    }
}
