package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.attributes.ConversationAttributes;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// Updates, tags and deletes conversations.
final class ConversationChanges {
    private static final ApiVersion TITLES = ApiVersion.two(13);
    private static final ApiVersion COMPANIES = ApiVersion.two(14);

    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    ConversationChanges(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("PUT /conversations/{id}", plan.needed(this::update))
                .add("DELETE /conversations/{id}", TITLES, plan.needed(this::delete))
                .add("POST /conversations/{id}/tags", plan.needed(this::tag))
                .add("DELETE /conversations/{id}/tags/{tag}", plan.needed(this::untag));
    }

    private Response update(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = Conversations.change(workspace, edit, call.path("id"));
            Fields fields = call.fields();
            fields.flag("read").ifPresent(read -> conversation.put("read", read));
            if (call.version().has(TITLES)) {
                fields.text("title").ifPresent(title -> conversation.put("title", title));
            }
            if (call.version().has(COMPANIES)) {
                fields.id("company_id").ifPresent(id -> {
                    new Companies(workspace, edit).require(id);
                    conversation.put("company", id);
                });
            }
            fields.object("custom_attributes").ifPresent(values -> write(edit, conversation, values));
            conversation.put("updated_at", workspace.seconds());
            return new ConversationShape(workspace, edit, attachments)
                    .whole(conversation, ConversationsResource.plaintext(call));
        }));
    }

    // Every attribute that is written leaves a part, be its value the same as before.
    private void write(Edit edit, ObjectNode conversation, ObjectNode values) {
        ObjectNode checked = new ConversationAttributes(edit, workspace.knobs().data()).checked(values);
        ObjectNode attributes = conversation.withObjectProperty("custom_attributes");
        long now = workspace.seconds();
        checked.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                attributes.remove(entry.getKey());
            } else {
                attributes.set(entry.getKey(), entry.getValue());
            }
            ObjectNode part = new Parts(edit, conversation)
                    .append(
                            new Parts.Draft(
                                    "conversation_attribute_updated_by_admin",
                                    new Admins(workspace, edit).bot(),
                                    Optional.empty(),
                                    now),
                            now);
            ObjectNode details = part.putObject("event_details");
            details.putObject("attribute").put("name", entry.getKey());
            details.putObject("value").put("name", entry.getValue().asText());
        });
    }

    private Response delete(Call call) {
        String id = call.path("id");
        boolean retained = call.flag("retain_metrics", true);
        if (!retained && !workspace.knobs().access().deleteScope()) {
            throw new ApiException(403, "forbidden", "Requires the delete_conversations_and_metrics scope");
        }
        store.write(edit -> {
            new Conversations(workspace, edit).known(id);
            edit.by(Lookup.PART_CONVERSATION, id)
                    .forEach(part -> edit.remove(Kind.PART, part.path("id").asText()));
            edit.remove(Kind.CONVERSATION, id);
            edit.remove(Kind.TICKET, id);
            return edit.put(
                    Kind.DELETED_CONVERSATION,
                    id,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("type", "conversation")
                            .put("id", id)
                            .put("metrics_retained", retained)
                            .put("deleted_at", workspace.seconds()));
        });
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "conversation")
                .put("deleted", true));
    }

    private Response tag(Call call) {
        return Response.ok(store.write(edit -> {
            String tag = call.fields().requiredId("id");
            String admin = call.fields().requiredId("admin_id");
            ObjectNode conversation = taggable(edit, call);
            new Admins(workspace, edit).require(admin);
            conversation.put("updated_at", workspace.seconds());
            return new AppliedTags(edit, conversation)
                    .add(
                            tag,
                            admin,
                            workspace.seconds(),
                            workspace.knobs().messages().retagRefused());
        }));
    }

    private Response untag(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode conversation = taggable(edit, call);
            new Admins(workspace, edit).require(call.fields().requiredId("admin_id"));
            conversation.put("updated_at", workspace.seconds());
            return new AppliedTags(edit, conversation)
                    .remove(call.path("tag"), new ApiException(404, "tag_not_found", "Tag not found"));
        }));
    }

    private static ObjectNode taggable(Edit edit, Call call) {
        if (edit.find(Kind.CONVERSATION, call.path("id")).isEmpty()) {
            throw new ApiException(404, "not_found", "Conversation not found");
        }
        return edit.change(Kind.CONVERSATION, call.path("id"));
    }
}
