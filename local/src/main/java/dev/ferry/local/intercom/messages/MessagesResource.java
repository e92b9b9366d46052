package dev.ferry.local.intercom.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.conversations.Beginning;
import dev.ferry.local.intercom.conversations.MessageText;
import dev.ferry.local.intercom.conversations.Moments;
import dev.ferry.local.intercom.conversations.Plan;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.notifications.Notifications;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/// `POST /messages`: an admin's message to a contact, in the Messenger or by e-mail.
public final class MessagesResource {
    private static final Set<String> TYPES = Set.of("in_app", "inapp", "email");

    private final Workspace workspace;
    private final DocumentStore store;

    public MessagesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoint.
    public void addTo(Routes routes) {
        routes.add("POST /messages", new Plan(workspace).needed(this::send));
    }

    private Response send(Call call) {
        Fields fields = call.fields();
        String type = fields.requiredText("message_type");
        if (!TYPES.contains(type)) {
            throw ApiException.invalid("message_type must be one of in_app, email");
        }
        boolean mail = type.equals("email");
        if (mail && fields.text("subject").isEmpty()) {
            throw new ApiException(422, "parameter_not_found", "No subject supplied for email message");
        }
        String body = fields.text("body")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ApiException.invalid("Body is required"));
        return Response.ok(store.write(edit -> sent(edit, call, mail, body)));
    }

    private ObjectNode sent(Edit edit, Call call, boolean mail, String body) {
        Fields fields = call.fields();
        Fields from = new Fields(fields.object("from").orElseThrow(() -> ApiException.missing("from")));
        Fields to = new Fields(fields.object("to").orElseThrow(() -> ApiException.missing("to")));
        ObjectNode admin = new Admins(workspace, edit).acting(from.requiredId("id"));
        ObjectNode contact = recipient(edit, to);
        long createdAt = Moments.createdAt(fields, workspace.seconds());
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "admin_message");
        message.put("id", edit.nextId()).put("created_at", createdAt);
        message.put("subject", fields.text("subject").orElse(body)).put("body", body);
        message.put("message_type", mail ? "email" : "inapp");
        message.set("owner", admin);
        String conversation = "";
        if (fields.flag("create_conversation_without_contact_reply").orElse(false)) {
            Beginning beginning = new Beginning(
                    "admin_initiated",
                    Admins.author(admin),
                    MessageText.html(body),
                    JsonNodeFactory.instance.arrayNode(),
                    createdAt);
            conversation =
                    beginning.conversation(workspace, edit, contact).path("id").asText();
            message.put("conversation_id", conversation);
        }
        new Notifications(workspace, edit, call)
                .record(mail ? "email" : "in_app_message", contact.path("id").asText(), conversation);
        return message;
    }

    private ObjectNode recipient(Edit edit, Fields to) {
        Contacts contacts = new Contacts(workspace, edit);
        Optional<String> id = to.id("id");
        if (id.isPresent()) {
            return contacts.messageable(id.get());
        }
        Optional<String> externalId = to.id("user_id");
        return externalId
                .map(contacts::byExternalId)
                .or(() -> to.text("email").flatMap(contacts::userOf))
                .orElseThrow(ApiException::noUser);
    }
}
