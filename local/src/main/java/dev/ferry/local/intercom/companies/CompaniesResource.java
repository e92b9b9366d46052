package dev.ferry.local.intercom.companies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.paging.NumberedPage;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.workspace.DataRules;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.function.Predicate;

/// `/companies`.
public final class CompaniesResource {
    private static final NumberedPage.Rules PAGES =
            new NumberedPage.Rules("https://api.intercom.io/companies", 15, 60, 10_000);

    private final Workspace workspace;
    private final DocumentStore store;
    private final CompanyScroll scroll;

    public CompaniesResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
        this.scroll = new CompanyScroll(workspace, store);
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("POST /companies", this::upsert)
                .add("GET /companies", this::list)
                .add("POST /companies/list", this::page)
                .add("GET /companies/scroll", scroll::next)
                .add("GET /companies/{id}", this::get)
                .add("PUT /companies/{id}", this::update)
                .add("DELETE /companies/{id}", this::delete)
                .add("GET /companies/{id}/segments", this::segments);
    }

    private Response upsert(Call call) {
        return Response.ok(store.write(edit ->
                new Companies(workspace, edit).shown(new CompanyWriting(workspace, edit).upsert(call.fields()))));
    }

    private Response update(Call call) {
        return Response.ok(store.write(edit -> new Companies(workspace, edit)
                .shown(new CompanyWriting(workspace, edit).update(call.path("id"), call.fields()))));
    }

    private Response get(Call call) {
        return Response.ok(store.read(documents -> {
            Companies companies = new Companies(workspace, documents);
            return companies.shown(companies.require(call.path("id")));
        }));
    }

    private Response list(Call call) {
        if (call.query("company_id").isPresent()) {
            String key = call.query("company_id").get();
            return one(call, company -> company.path("company_id").asText().equals(key));
        }
        if (call.query("name").isPresent()) {
            String name = call.query("name").get();
            return one(call, company -> company.path("name").asText().equals(name));
        }
        return page(call);
    }

    private Response one(Call call, Predicate<ObjectNode> wanted) {
        DataRules rules = workspace.knobs().data();
        return store.read(documents -> {
            Companies companies = new Companies(workspace, documents);
            ObjectNode found = (rules.unattachedCompaniesFound() ? there(companies, documents) : companies.listed())
                    .stream().filter(wanted).findFirst().orElseThrow(ApiException::noCompany);
            return switch (rules.filteredCompany()) {
                case COMPANY -> Response.ok(companies.shown(found));
                case LIST -> listed(companies, NumberedPage.of(List.of(found), call, PAGES));
            };
        });
    }

    private static List<ObjectNode> there(Companies companies, Documents documents) {
        return documents.all(Kind.COMPANY).stream()
                .filter(company -> companies.find(company.path("id").asText()).isPresent())
                .toList();
    }

    private Response page(Call call) {
        return store.read(documents -> {
            Companies companies = new Companies(workspace, documents);
            List<ObjectNode> all = tagged(companies.listed(), call);
            return listed(companies, NumberedPage.of(ordered(all, call), call, PAGES));
        });
    }

    private static List<ObjectNode> tagged(List<ObjectNode> all, Call call) {
        if (call.query("tag_id").isEmpty()) {
            return all;
        }
        String tag = call.query("tag_id").get();
        return all.stream()
                .filter(company -> company.path("tags").findValuesAsText("id").contains(tag))
                .toList();
    }

    private static List<ObjectNode> ordered(List<ObjectNode> all, Call call) {
        return call.query("order").filter("asc"::equals).isPresent() ? all.reversed() : all;
    }

    private static Response listed(Companies companies, NumberedPage page) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        list.putArray("data").addAll(page.items().stream().map(companies::shown).toList());
        list.set("pages", page.pages());
        list.put("total_count", page.total());
        return Response.ok(list);
    }

    private Response delete(Call call) {
        String id = call.path("id");
        store.write(edit -> {
            Companies companies = new Companies(workspace, edit);
            if (companies.require(id).has("gone_at")) {
                throw ApiException.noCompany();
            }
            long delay = workspace.knobs().lags().companyDeleteDelay().toMillis();
            edit.by(Lookup.CONTACT_COMPANY, id)
                    .forEach(contact ->
                            CompanyLinks.detach(edit, contact.path("id").asText(), id));
            return edit.change(Kind.COMPANY, id).put("gone_at", workspace.millis() + delay);
        });
        return Response.ok(JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("object", "company")
                .put("deleted", true));
    }

    private Response segments(Call call) {
        store.read(documents -> new Companies(workspace, documents).require(call.path("id")));
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        list.putArray("data");
        return Response.ok(list);
    }
}
