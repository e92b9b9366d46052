package dev.ferry.local.intercom.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.files.Attachments;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.paging.CursorPage;
import dev.ferry.local.intercom.paging.NumberedPage;
import dev.ferry.local.intercom.search.SearchQuery;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Comparator;
import java.util.List;

/// Lists, searches, and the list of deleted conversations.
final class ConversationLists {
    private static final int PAGE = 20;
    private static final NumberedPage.Rules DELETED = new NumberedPage.Rules(
            "https://api.intercom.io/conversations/deleted", PAGE, CursorPage.MOST, Integer.MAX_VALUE);
    private static final Comparator<ObjectNode> LATEST_FIRST = Comparator.comparingLong(
                    (ObjectNode conversation) -> conversation.path("updated_at").asLong())
            .reversed();

    private final Workspace workspace;
    private final DocumentStore store;
    private final Attachments attachments;

    ConversationLists(Workspace workspace, DocumentStore store, Attachments attachments) {
        this.workspace = workspace;
        this.store = store;
        this.attachments = attachments;
    }

    void addTo(Routes routes, Plan plan) {
        routes.add("GET /conversations", plan.needed(this::list))
                .add("POST /conversations/search", plan.needed(this::search))
                .add("GET /conversations/deleted", ApiVersion.two(16), plan.needed(this::deleted));
    }

    private Response list(Call call) {
        return store.read(documents -> {
            Conversations conversations = new Conversations(workspace, documents);
            List<ObjectNode> all = documents.all(Kind.CONVERSATION).stream()
                    .filter(conversations::isIndexed)
                    .sorted(LATEST_FIRST)
                    .toList();
            return page(documents, CursorPage.of(all, CursorPage.Wanted.ofQuery(call, PAGE)));
        });
    }

    private Response search(Call call) {
        SearchQuery query = SearchQuery.of(
                call,
                new SearchQuery.Language(
                        name -> ConversationSearch.find(name, workspace.knobs().messages()),
                        workspace.identity().timezone()));
        return store.read(documents -> {
            Conversations conversations = new Conversations(workspace, documents);
            List<ObjectNode> found = candidates(documents, query).stream()
                    .filter(conversations::isIndexed)
                    .filter(query.filter())
                    .sorted(query.order().orElse(LATEST_FIRST))
                    .toList();
            return page(documents, CursorPage.of(found, CursorPage.Wanted.ofBody(call, PAGE)));
        });
    }

    private static List<ObjectNode> candidates(Documents documents, SearchQuery query) {
        return query.exact("contact_ids")
                .map(contact -> documents.by(Lookup.CONVERSATION_CONTACT, contact))
                .orElseGet(() -> documents.all(Kind.CONVERSATION));
    }

    private Response page(Documents documents, CursorPage page) {
        ConversationShape shape = new ConversationShape(workspace, documents, attachments);
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "conversation.list");
        list.putArray("conversations")
                .addAll(page.items().stream().map(shape::item).toList());
        list.put("total_count", page.total());
        list.set("pages", page.pages());
        return Response.ok(list);
    }

    private Response deleted(Call call) {
        List<ObjectNode> oldestFirst = store.read(documents -> documents.all(Kind.DELETED_CONVERSATION));
        boolean ascending = call.query("order").filter("asc"::equals).isPresent();
        NumberedPage page = NumberedPage.of(ascending ? oldestFirst : oldestFirst.reversed(), call, DELETED);
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "conversations.list");
        list.putArray("conversations").addAll(page.items());
        list.put("total_count", page.total());
        list.set("pages", page.pages());
        return Response.ok(list);
    }
}
