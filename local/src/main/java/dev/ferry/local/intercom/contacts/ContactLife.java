package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Locale;

/// Archive, unarchive, block, merge and delete.
public final class ContactLife {
    private final Workspace workspace;
    private final DocumentStore store;

    public ContactLife(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.add("POST /contacts/merge", this::merge)
                .add("POST /contacts/{id}/archive", this::archive)
                .add("POST /contacts/{id}/unarchive", this::unarchive)
                .add("POST /contacts/{id}/block", this::block)
                .add("DELETE /contacts/{id}", this::delete);
    }

    /// Archives a contact in such a way that nothing brings it back, as a person does in Intercom.
    ///
    /// @param why `merged` or `blocked`
    public void makeUnrestorable(String id, String why) {
        store.write(edit -> {
            new Contacts(workspace, edit).known(id);
            return edit.change(Kind.CONTACT, id).put("archived", true).put("unrestorable", why);
        });
    }

    private Response archive(Call call) {
        return Response.ok(store.write(edit -> ContactShape.brief(archived(edit, call, true), "archived", true)));
    }

    private Response unarchive(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode contact = new Contacts(workspace, edit).known(call.path("id"));
            switch (contact.path("unrestorable").asText()) {
                case "merged" ->
                    throw new ApiException(400, "bad_request", "User has been merged and is not restorable.");
                case "blocked" ->
                    throw new ApiException(400, "not_restorable", "User has been blocked and is not restorable.");
                default -> {
                    // It can be brought back.
                }
            }
            return ContactShape.brief(archived(edit, call, false), "archived", false);
        }));
    }

    private Response block(Call call) {
        return Response.ok(store.write(edit ->
                ContactShape.brief(archived(edit, call, true).put("unrestorable", "blocked"), "blocked", true)));
    }

    private ObjectNode archived(Edit edit, Call call, boolean value) {
        new Contacts(workspace, edit).known(call.path("id"));
        return edit.change(Kind.CONTACT, call.path("id")).put("archived", value).put("updated_at", workspace.seconds());
    }

    private Response delete(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode contact = new Contacts(workspace, edit).known(call.path("id"));
            edit.by(Lookup.NOTE_PARENT, call.path("id"))
                    .forEach(note -> edit.remove(Kind.NOTE, note.path("id").asText()));
            edit.remove(Kind.CONTACT, call.path("id"));
            return ContactShape.brief(contact, "deleted", true);
        }));
    }

    private Response merge(Call call) {
        return Response.ok(store.write(edit -> {
            Fields fields = call.fields();
            Contacts contacts = new Contacts(workspace, edit);
            ObjectNode from = contacts.live(fields.requiredId("from"));
            ObjectNode into = contacts.live(fields.requiredId("into"));
            boolean roles = from.path("role").asText().equals("lead")
                    && into.path("role").asText().equals("user");
            boolean checked = !fields.flag("skip_duplicate_validation").orElse(false);
            if (!roles || (checked && !areDuplicates(from, into))) {
                throw new ApiException(
                        400,
                        "invalid_merge",
                        "Contacts can only be merged when they are duplicates (matching email or phone)."
                                + " Pass skip_duplicate_validation=true to override this check.");
            }
            return new ContactShape(workspace, edit).whole(merged(edit, from, into));
        }));
    }

    private static boolean areDuplicates(ObjectNode one, ObjectNode other) {
        return same(one.path("email"), other.path("email")) || same(one.path("phone"), other.path("phone"));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isTextual()
                && one.textValue()
                        .toLowerCase(Locale.ROOT)
                        .equals(other.asText().toLowerCase(Locale.ROOT));
    }

    private ObjectNode merged(Edit edit, ObjectNode from, ObjectNode into) {
        String oldId = from.path("id").asText();
        String newId = into.path("id").asText();
        edit.by(Lookup.CONVERSATION_CONTACT, oldId).forEach(found -> {
            ObjectNode conversation =
                    edit.change(Kind.CONVERSATION, found.path("id").asText());
            conversation.putArray("contacts").add(newId);
        });
        edit.by(Lookup.NOTE_PARENT, oldId)
                .forEach(
                        note -> edit.change(Kind.NOTE, note.path("id").asText()).put("parent", newId));
        edit.change(Kind.CONTACT, oldId).put("merged_into", newId);
        return edit.change(Kind.CONTACT, newId).put("updated_at", workspace.seconds());
    }
}
