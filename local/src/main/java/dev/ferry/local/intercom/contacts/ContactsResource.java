package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.notifications.Notifications;
import dev.ferry.local.intercom.paging.CursorPage;
import dev.ferry.local.intercom.search.SearchQuery;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// `/contacts`: create, read, update, list and search.
public final class ContactsResource {
    private static final int LISTED = 10;
    private static final int SEARCHED = 50;

    private final Workspace workspace;
    private final DocumentStore store;

    public ContactsResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("POST /contacts", this::create)
                .add("GET /contacts", this::list)
                .add("POST /contacts/search", this::search)
                .add("GET /contacts/find_by_external_id/{id}", ApiVersion.two(13), this::byExternalId)
                .add("GET /contacts/{id}", this::get)
                .add("PUT /contacts/{id}", this::update);
        new ContactLife(workspace, store).addTo(routes);
        new ContactLinks(workspace, store).addTo(routes);
    }

    private Response create(Call call) {
        return Response.ok(store.write(edit -> {
            ObjectNode contact = new ContactWriting(workspace, edit).create(call.fields());
            if (workspace.knobs().automation().outbound()
                    && contact.path("role").asText().equals("user")) {
                new Notifications(workspace, edit, call)
                        .record("outbound", contact.path("id").asText(), "");
            }
            return new ContactShape(workspace, edit).whole(contact);
        }));
    }

    private Response get(Call call) {
        return Response.ok(store.read(documents -> new ContactShape(workspace, documents)
                .whole(new Contacts(workspace, documents).live(call.path("id")))));
    }

    private Response byExternalId(Call call) {
        return Response.ok(store.read(documents -> new ContactShape(workspace, documents)
                .whole(new Contacts(workspace, documents).byExternalId(call.path("id")))));
    }

    private Response update(Call call) {
        return Response.ok(store.write(edit -> new ContactShape(workspace, edit)
                .whole(new ContactWriting(workspace, edit).update(call.path("id"), call.fields()))));
    }

    private Response list(Call call) {
        return store.read(documents -> page(
                documents,
                CursorPage.of(new Contacts(workspace, documents).listed(), CursorPage.Wanted.ofQuery(call, LISTED))));
    }

    private Response search(Call call) {
        SearchQuery query = SearchQuery.of(
                call,
                new SearchQuery.Language(
                        ContactSearch::find, workspace.identity().timezone()));
        return store.read(documents -> {
            Contacts contacts = new Contacts(workspace, documents);
            List<ObjectNode> found = contacts.visible(candidates(documents, query)).stream()
                    .filter(contacts::isIndexed)
                    .filter(query.filter())
                    .sorted(query.order().orElse(Comparator.comparingInt(contact -> 0)))
                    .toList();
            return page(documents, CursorPage.of(found, CursorPage.Wanted.ofBody(call, SEARCHED)));
        });
    }

    private static List<ObjectNode> candidates(Documents documents, SearchQuery query) {
        return query.exact("email")
                .map(email -> documents.by(Lookup.CONTACT_EMAIL, email.toLowerCase(Locale.ROOT)))
                .or(() -> query.exact("external_id").map(id -> documents.by(Lookup.CONTACT_EXTERNAL_ID, id)))
                .orElseGet(() -> documents.all(dev.ferry.local.intercom.store.Kind.CONTACT));
    }

    private Response page(Documents documents, CursorPage page) {
        ContactShape shape = new ContactShape(workspace, documents);
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        list.putArray("data").addAll(page.items().stream().map(shape::whole).toList());
        list.put("total_count", page.total());
        list.set("pages", page.pages());
        return Response.ok(list);
    }
}
