package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.contacts.ContactWriting;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// `/conversations/{id}/customers`: further participants.
final class ParticipantsResource {
    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    ParticipantsResource(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("POST /conversations/{id}/customers", plan.needed(this::add))
                .add("DELETE /conversations/{id}/customers/{contact}", plan.needed(this::remove));
    }

    private Response add(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = Conversations.change(workspace, edit, call.path("id"));
            Optional<String> admin = call.fields().id("admin_id");
            admin.ifPresent(id -> new Admins(workspace, edit).require(id));
            Fields customer =
                    new Fields(call.fields().object("customer").orElseThrow(() -> ApiException.missing("customer")));
            String contact = contact(edit, customer).path("id").asText();
            if (!Conversations.contacts(conversation).contains(contact)) {
                conversation.withArrayProperty("contacts").add(contact);
                conversation.put("updated_at", workspace.seconds());
            }
            return new ConversationShape(workspace, edit, attachments).whole(conversation, false);
        }));
    }

    // An address that nobody has makes a lead.
    private ObjectNode contact(Edit edit, Fields customer) {
        Contacts contacts = new Contacts(workspace, edit);
        Optional<String> id = customer.id("intercom_user_id");
        if (id.isPresent()) {
            return contacts.live(id.get());
        }
        Optional<String> externalId = customer.id("user_id");
        if (externalId.isPresent()) {
            return contacts.byExternalId(externalId.get());
        }
        String email = customer.requiredText("email");
        return contacts.userOf(email)
                .orElseGet(() -> new ContactWriting(workspace, edit)
                        .create(new Fields(JsonNodeFactory.instance
                                .objectNode()
                                .put("role", "lead")
                                .put("email", email))));
    }

    private Response remove(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = Conversations.change(workspace, edit, call.path("id"));
            List<String> present = Conversations.contacts(conversation);
            if (!present.contains(call.path("contact"))) {
                throw ApiException.noUser();
            }
            if (present.size() == 1) {
                throw new ApiException(422, "parameter_invalid", "Removing the last customer is not allowed");
            }
            ArrayNode rest = conversation.putArray("contacts");
            present.stream().filter(id -> !id.equals(call.path("contact"))).forEach(rest::add);
            conversation.put("updated_at", workspace.seconds());
            return new ConversationShape(workspace, edit, attachments).whole(conversation, false);
        }));
    }
}
