package dev.ferry.local.intercom.tickets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.conversations.Moments;
import dev.ferry.local.intercom.conversations.Parts;
import dev.ferry.local.intercom.conversations.Plan;
import dev.ferry.local.intercom.conversations.Reply;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.jobs.Jobs;
import dev.ferry.local.intercom.notifications.Notifications;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// `/tickets`, `/conversations/{id}/convert`, `/ticket_types` and `/ticket_states`.
public final class TicketsResource {
    private static final ApiVersion SILENCE = ApiVersion.two(13);

    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    public TicketsResource(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    /// Adds the endpoints.
    ///
    /// @param jobs what makes tickets later
    public void addTo(Routes routes, Jobs jobs) {
        new TicketTypesResource(workspace, store).addTo(routes);
        Plan plan = new Plan(workspace);
        routes.add("POST /tickets", plan.needed(this::create))
                .add("POST /tickets/enqueue", ApiVersion.two(14), plan.needed(jobs::enqueueTicket))
                .add("GET /tickets/{id}", plan.needed(this::get))
                .add("PUT /tickets/{id}", plan.needed(this::update))
                .add("DELETE /tickets/{id}", plan.needed(this::delete))
                .add("POST /tickets/{id}/reply", plan.needed(this::reply))
                .add("POST /tickets/{id}/tags", plan.needed(this::tag))
                .add("DELETE /tickets/{id}/tags/{tag}", plan.needed(this::untag))
                .add("POST /conversations/{id}/convert", plan.needed(this::convert));
    }

    private Response create(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode ticket = new TicketWriting(workspace, edit).create(call.fields());
            notifyUnlessSilent(edit, call, ticket);
            return shape(edit).whole(ticket);
        }));
    }

    private TicketShape shape(dev.ferry.local.intercom.store.Documents documents) {
        return new TicketShape(workspace, documents, attachments);
    }

    private void notifyUnlessSilent(Edit edit, Call call, ObjectNode ticket) {
        boolean silent = call.version().has(SILENCE)
                && call.fields().flag("skip_notifications").orElse(false);
        if (!silent) {
            String id = ticket.path("id").asText();
            shape(edit)
                    .contacts(id)
                    .forEach(contact -> new Notifications(workspace, edit, call).record("ticket", contact, id));
        }
    }

    // It cannot be asked to be silent.
    private Response convert(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode ticket = new TicketWriting(workspace, edit).convert(call.path("id"), call.fields());
            if (workspace.knobs().automation().outbound()) {
                shape(edit)
                        .contacts(call.path("id"))
                        .forEach(contact ->
                                new Notifications(workspace, edit, call).record("ticket", contact, call.path("id")));
            }
            return shape(edit).whole(ticket);
        }));
    }

    private Response get(Call call) {
        return Response.ok(store.read(documents -> shape(documents)
                .whole(documents.find(Kind.TICKET, call.path("id")).orElseThrow(TicketsResource::notFound))));
    }

    private Response update(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode ticket = changeable(edit, call);
            Fields fields = call.fields();
            ObjectNode conversation = edit.change(Kind.CONVERSATION, call.path("id"));
            Optional<String> adminId = fields.id("admin_id");
            ObjectNode author = adminId.map(
                            id -> Admins.author(edit.find(Kind.ADMIN, id).orElseThrow(TicketWriting::noAssignee)))
                    .orElseGet(() -> new Admins(workspace, edit).bot());
            fields.id("assignee_id").ifPresent(id -> {
                if (!id.equals("0") && edit.find(Kind.ADMIN, id).isEmpty()) {
                    throw TicketWriting.noAssignee();
                }
                conversation.put("admin_assignee_id", Long.parseLong(id));
            });
            fields.id("company_id").ifPresent(id -> {
                new Companies(workspace, edit).require(id);
                conversation.put("company", id);
            });
            write(edit, ticket, conversation, fields);
            fields.id("ticket_state_id")
                    .ifPresent(state -> new TicketWriting(workspace, edit).move(ticket, author, state));
            conversation.put("updated_at", workspace.seconds());
            notifyUnlessSilent(edit, call, ticket);
            return shape(edit).whole(ticket);
        }));
    }

    private void write(Edit edit, ObjectNode ticket, ObjectNode conversation, Fields fields) {
        fields.object("ticket_attributes").ifPresent(values -> {
            ObjectNode type = TicketTypes.require(edit, ticket.path("type").asText());
            new TicketAttributes(type, workspace.knobs().messages()).write(ticket, values);
        });
        fields.flag("is_shared").ifPresent(value -> ticket.put("is_shared", value));
        fields.flag("open").ifPresent(open -> conversation.put("open", open).put("state", open ? "open" : "closed"));
        fields.number("snoozed_until")
                .ifPresent(until -> conversation
                        .put("snoozed_until", until)
                        .put("state", "snoozed")
                        .put("open", true));
    }

    private static ObjectNode changeable(Edit edit, Call call) {
        if (edit.find(Kind.TICKET, call.path("id")).isEmpty()) {
            throw notFound();
        }
        return edit.change(Kind.TICKET, call.path("id"));
    }

    private Response delete(Call call) {
        String id = call.path("id");
        store.write(edit -> {
            changeable(edit, call);
            edit.by(Lookup.PART_CONVERSATION, id)
                    .forEach(part -> edit.remove(Kind.PART, part.path("id").asText()));
            edit.remove(Kind.TICKET, id);
            edit.remove(Kind.CONVERSATION, id);
            return edit;
        });
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "ticket")
                .put("deleted", true));
    }

    private Response reply(Call call) {
        long createdAt = Moments.createdAt(call.fields(), workspace.seconds());
        ArrayNode files = attachments.ofReply(call.fields());
        return Response.ok(store.write(edit -> {
            ObjectNode ticket = edit.find(Kind.TICKET, call.path("id")).orElseThrow(ApiException::noResource);
            ObjectNode conversation = edit.change(Kind.CONVERSATION, call.path("id"));
            ObjectNode type = TicketTypes.require(edit, ticket.path("type").asText());
            Reply reply = Reply.of(workspace, edit, call.fields(), conversation);
            if (reply.byContact() && type.path("category").asText().equals("Back-office")) {
                throw new ApiException(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
            }
            Optional<String> body = Optional.of(reply.body()).filter(text -> !text.isEmpty());
            ObjectNode part = new Parts(edit, conversation)
                    .append(new Parts.Draft(reply.type(), reply.author(), body, createdAt), workspace.seconds());
            part.put("app", call.app().name()).set("attachments", files);
            if (!reply.byContact() && !reply.type().equals("note")) {
                notifyUnlessSilent(edit, call, ticket);
            }
            return shape(edit).part(part);
        }));
    }

    private Response tag(Call call) {
        return Response.ok(store.write(edit -> {
            changeable(edit, call);
            String admin = call.fields().requiredId("admin_id");
            new Admins(workspace, edit).require(admin);
            return new AppliedTags(edit, edit.change(Kind.CONVERSATION, call.path("id")))
                    .add(call.fields().requiredId("id"), admin, workspace.seconds(), false);
        }));
    }

    private Response untag(Call call) {
        return Response.ok(store.write(edit -> {
            changeable(edit, call);
            new Admins(workspace, edit).require(call.fields().requiredId("admin_id"));
            return new AppliedTags(edit, edit.change(Kind.CONVERSATION, call.path("id")))
                    .remove(call.path("tag"), new ApiException(404, "tag_not_found", "Tag not found"));
        }));
    }

    private static ApiException notFound() {
        return new ApiException(404, "ticket_not_found", "Ticket not found");
    }
}
