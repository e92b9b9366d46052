package dev.ferry.local.intercom.contacts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.companies.Companies;
import dev.ferry.local.intercom.companies.CompanyLinks;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.paging.CursorPage;
import dev.ferry.local.intercom.paging.NumberedPage;
import dev.ferry.local.intercom.people.Admins;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// What contacts are attached to: companies, tags, segments.
final class ContactLinks {
    private static final int PAGE = 50;

    private final Workspace workspace;
    private final DocumentStore store;

    ContactLinks(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.add("POST /contacts/{id}/companies", this::attach)
                .add("GET /contacts/{id}/companies", this::companies)
                .add("DELETE /contacts/{id}/companies/{company}", this::detach)
                .add("GET /companies/{id}/contacts", this::contacts)
                .add("POST /contacts/{id}/tags", this::tag)
                .add("GET /contacts/{id}/tags", this::tags)
                .add("DELETE /contacts/{id}/tags/{tag}", this::untag)
                .add("GET /contacts/{id}/segments", this::segments);
    }

    private Response attach(Call call) {
        return Response.ok(store.write(edit -> {
            new Contacts(workspace, edit).live(call.path("id"));
            String company = call.fields()
                    .id("id")
                    .filter(id -> !id.isBlank())
                    .orElseThrow(() -> ApiException.missing("company"));
            Companies companies = new Companies(workspace, edit);
            if (companies.require(company).has("gone_at")) {
                throw ApiException.noCompany();
            }
            CompanyLinks.attach(edit, call.path("id"), company);
            return companies.shown(companies.require(company));
        }));
    }

    private Response detach(Call call) {
        return Response.ok(store.write(edit -> {
            new Contacts(workspace, edit).live(call.path("id"));
            Companies companies = new Companies(workspace, edit);
            ObjectNode company = companies.require(call.path("company"));
            if (!CompanyLinks.detach(edit, call.path("id"), call.path("company"))) {
                throw ApiException.noCompany();
            }
            return companies.shown(company);
        }));
    }

    private Response companies(Call call) {
        return store.read(documents -> {
            ObjectNode contact = new Contacts(workspace, documents).live(call.path("id"));
            Companies companies = new Companies(workspace, documents);
            List<ObjectNode> all = new ContactShape(workspace, documents)
                    .companies(contact).stream().map(companies::require).toList();
            NumberedPage page = NumberedPage.of(
                    all,
                    call,
                    new NumberedPage.Rules(
                            "https://api.intercom.io/contacts/%s/companies".formatted(call.path("id")),
                            PAGE,
                            CursorPage.MOST,
                            Integer.MAX_VALUE));
            ObjectNode list = list(page.items().stream().map(companies::shown).toList());
            list.set("pages", page.pages());
            return Response.ok(list.put("total_count", page.total()));
        });
    }

    private Response contacts(Call call) {
        return store.read(documents -> {
            new Companies(workspace, documents).require(call.path("id"));
            Contacts contacts = new Contacts(workspace, documents);
            CursorPage page = CursorPage.of(
                    contacts.visible(documents.by(Lookup.CONTACT_COMPANY, call.path("id"))),
                    CursorPage.Wanted.ofQuery(call, PAGE));
            ContactShape shape = new ContactShape(workspace, documents);
            ObjectNode list = list(page.items().stream().map(shape::whole).toList());
            list.set("pages", page.pages());
            return Response.ok(list.put("total_count", page.total()));
        });
    }

    private Response tag(Call call) {
        return Response.ok(store.write(edit -> {
            new Contacts(workspace, edit).live(call.path("id"));
            return new AppliedTags(edit, edit.change(Kind.CONTACT, call.path("id")))
                    .add(call.fields().requiredId("id"), Admins.BOT, workspace.seconds(), false);
        }));
    }

    private Response untag(Call call) {
        return Response.ok(store.write(edit -> {
            new Contacts(workspace, edit).live(call.path("id"));
            return new AppliedTags(edit, edit.change(Kind.CONTACT, call.path("id")))
                    .remove(call.path("tag"), ApiException.noResource());
        }));
    }

    private Response tags(Call call) {
        return Response.ok(store.read(documents -> {
            ObjectNode contact = new Contacts(workspace, documents).live(call.path("id"));
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
            list.set("data", new AppliedTags(documents, contact).all());
            return list;
        }));
    }

    private Response segments(Call call) {
        store.read(documents -> new Contacts(workspace, documents).live(call.path("id")));
        return Response.ok(list(List.of()));
    }

    private static ObjectNode list(List<ObjectNode> items) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "list");
        list.putArray("data").addAll(items);
        return list;
    }
}
