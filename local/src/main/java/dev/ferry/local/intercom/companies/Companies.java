package dev.ferry.local.intercom.companies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.store.Documents;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.store.Lookup;
import dev.ferry.local.intercom.tags.AppliedTags;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/// The companies that are there now: one that was deleted is so for a while.
public record Companies(Workspace workspace, Documents documents) {

    /// A company by its id.
    public Optional<ObjectNode> find(String id) {
        return documents.find(Kind.COMPANY, id).filter(this::isThere);
    }

    /// A company by its id. *Errors*: 404.
    public ObjectNode require(String id) {
        return find(id).orElseThrow(ApiException::noCompany);
    }

    /// A company by its `company_id`.
    public Optional<ObjectNode> byKey(String companyId) {
        return documents.by(Lookup.COMPANY_KEY, companyId).stream()
                .filter(this::isThere)
                .findFirst();
    }

    /// Companies that have contacts, the latest first.
    public List<ObjectNode> listed() {
        return documents.all(Kind.COMPANY).stream()
                .filter(this::isThere)
                .filter(company -> contacts(company) > 0)
                .toList()
                .reversed();
    }

    private boolean isThere(ObjectNode company) {
        return !company.has("gone_at") || company.path("gone_at").asLong() > workspace.millis();
    }

    private int contacts(ObjectNode company) {
        return documents.count(Lookup.CONTACT_COMPANY, company.path("id").asText());
    }

    /// What a client sees of a company.
    public ObjectNode shown(ObjectNode company) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("type", "company");
        shown.set("company_id", company.path("company_id"));
        shown.set("id", company.path("id"));
        shown.put("app_id", workspace.identity().id());
        for (String field : List.of("name", "website", "industry", "size", "remote_created_at")) {
            if (company.has(field)) {
                shown.set(field, company.path(field));
            }
        }
        shown.set("created_at", company.path("created_at"));
        shown.set("updated_at", company.path("updated_at"));
        shown.put("monthly_spend", company.path("monthly_spend").asLong());
        shown.put("session_count", 0).put("user_count", contacts(company));
        ObjectNode tags = shown.putObject("tags").put("type", "tag.list");
        tags.set("tags", new AppliedTags(documents, company).all());
        shown.putObject("segments").put("type", "segment.list").putArray("segments");
        ObjectNode plan = shown.putObject("plan");
        if (company.has("plan")) {
            plan.put("type", "plan").put("id", "1").set("name", company.path("plan"));
        }
        shown.set(
                "custom_attributes",
                company.has("custom_attributes")
                        ? company.path("custom_attributes")
                        : JsonNodeFactory.instance.objectNode());
        return shown;
    }
}
