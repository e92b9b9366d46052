package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.notifications.Notifications;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.workspace.Automation;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// What the workspace does by itself about a conversation. All of it can be seen in the conversation, so that a
/// probe finds out.
///
/// @param conversation to be changed in place
record Automations(Workspace workspace, Edit edit, Call call, ObjectNode conversation) {

    /// After a contact began a conversation.
    void begun() {
        Automation rules = rules();
        if (rules.defaultAssignee() != 0) {
            conversation.put("admin_assignee_id", rules.defaultAssignee());
            append("default_assignment", Optional.empty())
                    .set("assigned_to", Admins.reference(Long.toString(rules.defaultAssignee())));
        }
        if (rules.workflows()) {
            append("comment", Optional.of("<p>Thanks for getting in touch. We will reply soon.</p>"));
            notify("workflow");
        }
        written();
    }

    /// After a contact wrote something.
    void written() {
        if (rules().fin()) {
            conversation.put("ai_agent_participated", true);
            append("comment", Optional.of("<p>Hello, I am an AI agent. How can I help?</p>"));
            notify("fin");
        }
    }

    /// After a conversation was closed.
    void closed() {
        if (rules().csat()) {
            append("conversation_rating_requested", Optional.empty());
            notify("csat");
        }
    }

    /// What would have reached the participants.
    void notify(String kind) {
        Notifications notifications = new Notifications(workspace, edit, call);
        String id = conversation.path("id").asText();
        Conversations.contacts(conversation).forEach(contact -> notifications.record(kind, contact, id));
    }

    private Automation rules() {
        return workspace.knobs().automation();
    }

    private ObjectNode append(String type, Optional<String> body) {
        long now = workspace.seconds();
        ObjectNode bot = new Admins(workspace, edit).bot();
        return new Parts(edit, conversation).append(new Parts.Draft(type, bot, body, now), now);
    }
}
