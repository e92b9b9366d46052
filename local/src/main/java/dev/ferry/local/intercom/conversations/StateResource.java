package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// `POST /conversations/{id}/parts`: close, open, snooze and assign, all of which happen now.
final class StateResource {
    private static final String NOBODY = "0";

    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    StateResource(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("POST /conversations/{id}/parts", plan.needed(this::change));
    }

    /// A change on its way: everything that it needs.
    private record Change(Edit edit, Call call, ObjectNode conversation, ObjectNode admin) {
        Fields fields() {
            return call.fields();
        }
    }

    private Response change(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = Conversations.change(workspace, edit, call.path("id"));
            String type = call.fields().requiredText("message_type");
            ObjectNode admin = new Admins(workspace, edit).acting(call.fields().requiredId("admin_id"));
            Change change = new Change(edit, call, conversation, admin);
            switch (type) {
                case "close" -> close(change);
                case "open" -> open(change);
                case "snoozed" -> snooze(change);
                case "assignment" -> assign(change);
                default -> throw ApiException.invalid("message_type must be one of close, open, snoozed, assignment");
            }
            return new ConversationShape(workspace, edit, attachments).whole(conversation, false);
        }));
    }

    private void close(Change change) {
        change.fields().requiredText("type");
        state(change.conversation(), "closed").putNull("waiting_since");
        append(change, "close");
        new Automations(workspace, change.edit(), change.call(), change.conversation()).closed();
    }

    private void open(Change change) {
        state(change.conversation(), "open");
        Parts.increment(change.conversation().withObjectProperty("statistics"), "count_reopens");
        append(change, "open");
    }

    private void snooze(Change change) {
        long until = change.fields().number("snoozed_until").orElseThrow(() -> ApiException.missing("snoozed_until"));
        if (until <= workspace.seconds()) {
            throw ApiException.invalid("snoozed_until must be in the future");
        }
        state(change.conversation(), "snoozed").put("snoozed_until", until);
        append(change, "snoozed");
    }

    private void assign(Change change) {
        String type = change.fields().requiredText("type");
        String assignee = change.fields().requiredId("assignee_id");
        boolean team = switch (type) {
            case "admin" -> false;
            case "team" -> true;
            default -> throw ApiException.invalid("type must be either admin or team");
        };
        if (!assignee.equals(NOBODY)) {
            require(change.edit(), assignee, team);
        }
        boolean closed = change.conversation().path("state").asText().equals("closed");
        if (closed) {
            state(change.conversation(), "open");
            Parts.increment(change.conversation().withObjectProperty("statistics"), "count_reopens");
        }
        change.conversation().put(team ? "team_assignee_id" : "admin_assignee_id", Long.parseLong(assignee));
        ObjectNode part = append(change, closed ? "assign_and_reopen" : "assignment");
        if (!assignee.equals(NOBODY)) {
            part.putObject("assigned_to").put("type", type).put("id", assignee);
        }
    }

    private void require(Edit edit, String assignee, boolean team) {
        if (!team) {
            new Admins(workspace, edit).acting(assignee);
        } else if (edit.find(Kind.TEAM, assignee).isEmpty()) {
            throw new ApiException(404, "team_not_found", "Team not found");
        }
    }

    private static ObjectNode state(ObjectNode conversation, String state) {
        return conversation
                .put("state", state)
                .put("open", !state.equals("closed"))
                .putNull("snoozed_until");
    }

    // With a body it is a message that the customer sees.
    private ObjectNode append(Change change, String type) {
        long now = workspace.seconds();
        Optional<String> body =
                change.fields().text("body").filter(text -> !text.isBlank()).map(MessageText::html);
        ObjectNode part = new Parts(change.edit(), change.conversation())
                .append(new Parts.Draft(type, Admins.author(change.admin()), body, now), now);
        part.put("app", change.call().app().name());
        if (body.isPresent()) {
            new Automations(workspace, change.edit(), change.call(), change.conversation()).notify("admin_" + type);
        }
        return part;
    }
}
