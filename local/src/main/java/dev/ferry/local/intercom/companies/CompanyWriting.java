package dev.ferry.local.intercom.companies;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.intercom.attributes.DataAttributes;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Creates and updates companies. *Errors*: 400 `bad_request` for a field that companies do not have.
public record CompanyWriting(Workspace workspace, Edit edit) {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "company_id",
            "plan",
            "size",
            "website",
            "industry",
            "custom_attributes",
            "remote_created_at",
            "update_last_request_at",
            "monthly_spend");

    /// Creates the company of a `company_id`, or updates it.
    public ObjectNode upsert(Fields fields) {
        refuseUnknown(fields);
        String key = fields.requiredId("company_id");
        Optional<ObjectNode> present = new Companies(workspace, edit).byKey(key);
        ObjectNode company = present.map(
                        found -> edit.change(Kind.COMPANY, found.path("id").asText()))
                .orElseGet(() -> created(key));
        return write(company, fields);
    }

    /// Updates a company by its id; its `company_id` stays.
    public ObjectNode update(String id, Fields fields) {
        refuseUnknown(fields);
        ObjectNode present = new Companies(workspace, edit).require(id);
        if (fields.id("company_id")
                .filter(key -> !key.equals(present.path("company_id").asText()))
                .isPresent()) {
            throw new ApiException(400, "bad_request", "bad 'company_id' parameter");
        }
        return write(edit.change(Kind.COMPANY, id), fields);
    }

    private ObjectNode created(String key) {
        String id = edit.nextHexId(workspace.seconds());
        return edit.put(
                Kind.COMPANY,
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("company_id", key)
                        .put("created_at", workspace.seconds()));
    }

    private static void refuseUnknown(Fields fields) {
        fields.json().fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new ApiException(400, "bad_request", "bad '%s' parameter".formatted(name));
            }
        });
    }

    private ObjectNode write(ObjectNode company, Fields fields) {
        fields.text("name").ifPresent(value -> company.put("name", value));
        fields.text("website").ifPresent(value -> company.put("website", value));
        fields.text("industry").ifPresent(value -> company.put("industry", value));
        fields.text("plan").ifPresent(value -> company.put("plan", value));
        fields.number("size").ifPresent(value -> company.put("size", value));
        fields.number("remote_created_at").ifPresent(value -> company.put("remote_created_at", value));
        Stream.of("name", "website", "industry", "plan", "size", "remote_created_at")
                .filter(name -> fields.json().path(name).isNull())
                .forEach(company::remove);
        if (fields.json().path("monthly_spend").isNumber()) {
            // Floats are cut.
            long spend = fields.json().path("monthly_spend").longValue();
            if (spend > Integer.MAX_VALUE) {
                throw ApiException.invalid("monthly_spend is too large");
            }
            company.put("monthly_spend", spend);
        }
        fields.object("custom_attributes").ifPresent(values -> {
            DataAttributes attributes =
                    new DataAttributes(edit, "company", workspace.knobs().data());
            company.set("custom_attributes", attributes.written(company.path("custom_attributes"), values));
        });
        return company.put("updated_at", workspace.seconds());
    }
}
