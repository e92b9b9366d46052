package dev.ferry.local.intercom.notes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.contacts.Contacts;
import dev.ferry.local.intercom.conversations.MessageText;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.paging.CursorPage;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.function.BiConsumer;

/// `/contacts/{id}/notes`, `/companies/{id}/notes` and `/notes/{id}`.
public final class NotesResource {
    private static final int PAGE = 50;

    private final Workspace workspace;
    private final DocumentStore store;

    public NotesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        BiConsumer<Documents, String> contact = (documents, id) -> new Contacts(workspace, documents).live(id);
        BiConsumer<Documents, String> company = (documents, id) -> new Companies(workspace, documents).require(id);
        routes.add("POST /contacts/{id}/notes", call -> create(call, "contact", contact))
                .add("GET /contacts/{id}/notes", call -> list(call, contact))
                .add("POST /companies/{id}/notes", ApiVersion.two(16), call -> create(call, "company", company))
                .add("GET /companies/{id}/notes", ApiVersion.two(16), call -> list(call, company))
                .add("GET /notes/{id}", this::get);
    }

    private Response create(Call call, String type, BiConsumer<Documents, String> mustExist) {
        return Response.ok(store.write(edit -> {
            mustExist.accept(edit, call.path("id"));
            return shown(edit, created(edit, call, type));
        }));
    }

    private ObjectNode created(Edit edit, Call call, String type) {
        Fields fields = call.fields();
        String body = fields.requiredText("body");
        String admin = fields.id("admin_id")
                .orElseGet(() -> edit.all(Kind.ADMIN).getFirst().path("id").asText());
        if (edit.find(Kind.ADMIN, admin).isEmpty()) {
            throw ApiException.noResource();
        }
        String id = edit.nextId();
        ObjectNode note = JsonNodeFactory.instance.objectNode().put("id", id).put("parent_type", type);
        note.put("parent", call.path("id")).put("author", admin).put("body", MessageText.html(body));
        return edit.put(Kind.NOTE, id, note.put("created_at", workspace.seconds()));
    }

    private Response list(Call call, BiConsumer<Documents, String> mustExist) {
        return store.read(documents -> {
            mustExist.accept(documents, call.path("id"));
            CursorPage page = CursorPage.of(
                    documents.by(Lookup.NOTE_PARENT, call.path("id")).reversed(),
                    CursorPage.Wanted.ofQuery(call, PAGE));
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
            list.putArray("data")
                    .addAll(page.items().stream()
                            .map(note -> shown(documents, note))
                            .toList());
            list.put("total_count", page.total()).set("pages", page.pages());
            return Response.ok(list);
        });
    }

    private Response get(Call call) {
        return Response.ok(store.read(documents ->
                shown(documents, documents.find(Kind.NOTE, call.path("id")).orElseThrow(ApiException::noResource))));
    }

    private static ObjectNode shown(Documents documents, ObjectNode note) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "note");
        shown.set("id", note.path("id"));
        shown.set("created_at", note.path("created_at"));
        String type = note.path("parent_type").asText();
        shown.putObject(type).put("type", type).set("id", note.path("parent"));
        shown.set("author", documents.require(Kind.ADMIN, note.path("author").asText()));
        shown.set("body", note.path("body"));
        return shown;
    }
}
