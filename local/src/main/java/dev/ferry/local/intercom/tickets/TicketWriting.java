package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.contacts.ContactWriting;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.conversations.Beginning;
import dev.ferry.local.intercom.conversations.Conversations;
import dev.ferry.local.intercom.conversations.ConversationsResource;
import dev.ferry.local.intercom.conversations.MessageText;
import dev.ferry.local.intercom.conversations.Moments;
import dev.ferry.local.intercom.conversations.Parts;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// Makes tickets, and moves them from state to state.
public record TicketWriting(Workspace workspace, Edit edit) {

    /// Makes a ticket by itself.
    public ObjectNode create(Fields fields) {
        ObjectNode type = type(fields);
        ArrayNode contacts = fields.list("contacts").orElseThrow(() -> ApiException.missing("contacts"));
        if (contacts.size() != 1 || !(contacts.path(0) instanceof ObjectNode wanted)) {
            throw ApiException.invalid("A ticket has exactly one contact");
        }
        ObjectNode contact = contact(new Fields(wanted));
        ObjectNode values = fields.object("ticket_attributes").orElse(JsonNodeFactory.instance.objectNode());
        Beginning beginning = new Beginning(
                "admin_initiated",
                ConversationsResource.author(contact),
                MessageText.html(values.path("_default_description_").asText("")),
                JsonNodeFactory.instance.arrayNode(),
                Moments.createdAt(fields, workspace.seconds()));
        ObjectNode conversation = beginning.conversation(workspace, edit, contact);
        fields.id("company_id").ifPresent(id -> {
            new Companies(workspace, edit).require(id);
            conversation.put("company", id);
        });
        fields.object("assignment").map(Fields::new).ifPresent(assignment -> assign(conversation, assignment));
        ObjectNode ticket = ticket(conversation, type, fields, values);
        new TicketAttributes(type, workspace.knobs().messages()).refuseIncomplete(ticket);
        return ticket;
    }

    /// Makes a ticket of a conversation.
    ObjectNode convert(String id, Fields fields) {
        ObjectNode conversation = Conversations.change(workspace, edit, id);
        ObjectNode type = type(fields);
        if (!type.path("category").asText().equals("Customer")) {
            throw ApiException.invalid("Ticket type is not a customer ticket type");
        }
        if (edit.find(Kind.TICKET, id).isPresent()) {
            throw ApiException.invalid("Conversation is a ticket already");
        }
        ObjectNode values = fields.object("attributes").orElse(JsonNodeFactory.instance.objectNode());
        return ticket(conversation, type, fields, values).put("converted", true).put("is_shared", true);
    }

    private ObjectNode type(Fields fields) {
        String id = fields.requiredId("ticket_type_id");
        return edit.find(Kind.TICKET_TYPE, id)
                .filter(type -> !type.path("archived").asBoolean())
                .orElseThrow(() -> ApiException.invalid("Ticket type does not exist"));
    }

    private ObjectNode contact(Fields wanted) {
        Contacts contacts = new Contacts(workspace, edit);
        Optional<String> id = wanted.id("id");
        if (id.isPresent()) {
            return contacts.live(id.get());
        }
        Optional<String> externalId = wanted.id("external_id");
        if (externalId.isPresent()) {
            return contacts.byExternalId(externalId.get());
        }
        String email = wanted.requiredText("email");
        return contacts.userOf(email)
                .orElseGet(() -> new ContactWriting(workspace, edit)
                        .create(new Fields(JsonNodeFactory.instance
                                .objectNode()
                                .put("role", "user")
                                .put("email", email))));
    }

    private void assign(ObjectNode conversation, Fields assignment) {
        assignment.id("admin_assignee_id").ifPresent(id -> {
            if (!id.equals("0") && edit.find(Kind.ADMIN, id).isEmpty()) {
                throw noAssignee();
            }
            conversation.put("admin_assignee_id", Long.parseLong(id));
        });
        assignment.id("team_assignee_id").ifPresent(id -> {
            if (!id.equals("0") && edit.find(Kind.TEAM, id).isEmpty()) {
                throw noAssignee();
            }
            conversation.put("team_assignee_id", Long.parseLong(id));
        });
    }

    static ApiException noAssignee() {
        return new ApiException(404, "assignee_not_found", "Assignee not found");
    }

    private ObjectNode ticket(ObjectNode conversation, ObjectNode type, Fields fields, ObjectNode values) {
        String id = conversation.path("id").asText();
        JsonNode state = TicketTypes.state(type, fields.id("ticket_state_id"));
        ObjectNode ticket = JsonNodeFactory.instance.objectNode().put("id", id);
        ticket.put("number", Integer.toString(edit.all(Kind.TICKET).size() + 1));
        ticket.set("type", type.path("id"));
        ticket.set("state", state);
        ticket.putObject("attributes");
        new TicketAttributes(type, workspace.knobs().messages()).write(ticket, values);
        edit.put(Kind.TICKET, id, ticket);
        statePart(conversation, new Admins(workspace, edit).bot(), "submitted", state);
        return ticket;
    }

    /// Moves a ticket into a state of its type.
    void move(ObjectNode ticket, ObjectNode author, String stateId) {
        ObjectNode type = TicketTypes.require(edit, ticket.path("type").asText());
        JsonNode state = TicketTypes.state(type, Optional.of(stateId));
        String before = ticket.path("state").path("category").asText();
        ticket.set("state", state);
        statePart(edit.change(Kind.CONVERSATION, ticket.path("id").asText()), author, before, state);
    }

    private void statePart(ObjectNode conversation, ObjectNode author, String before, JsonNode state) {
        long now = workspace.seconds();
        ObjectNode part = new Parts(edit, conversation)
                .append(new Parts.Draft("ticket_state_updated_by_admin", author, Optional.empty(), now), now);
        part.put("previous_ticket_state", before).set("ticket_state", state.path("category"));
    }
}
