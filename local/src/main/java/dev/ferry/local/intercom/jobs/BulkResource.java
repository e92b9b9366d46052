package dev.ferry.local.intercom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.attributes.DataAttributes;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.ApiVersion;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.Optional;

/// The bulk jobs of the preview: accepted with 202, at most a hundred items a request, and silent about single
/// items.
final class BulkResource {
    private static final int MOST = 100;

    private final Workspace workspace;
    private final DocumentStore store;

    BulkResource(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
    }

    void addTo(Routes routes) {
        routes.add("POST /contacts/bulk", ApiVersion.PREVIEW, call -> submit(call, "contacts", "create"))
                .add("PUT /contacts/bulk", ApiVersion.PREVIEW, call -> submit(call, "contacts", "update"))
                .add("POST /contacts/bulk/delete", ApiVersion.PREVIEW, call -> submit(call, "contacts", "delete"))
                .add("GET /contacts/bulk/{id}", ApiVersion.PREVIEW, call -> get(call, "contacts"))
                .add("POST /companies/bulk", ApiVersion.PREVIEW, call -> submit(call, "companies", "upsert"))
                .add("POST /companies/bulk/delete", ApiVersion.PREVIEW, call -> submit(call, "companies", "delete"))
                .add("GET /companies/bulk/{id}", ApiVersion.PREVIEW, call -> get(call, "companies"));
    }

    private Response submit(Call call, String object, String action) {
        ArrayNode items = call.fields().list(object).orElseThrow(() -> ApiException.missing(object));
        if (items.size() > MOST) {
            throw new ApiException(
                    422, "parameter_invalid", "maximum number of %s per request is %d".formatted(object, MOST));
        }
        ObjectNode job = store.write(edit -> {
            checkAttributes(edit, items, object.equals("contacts") ? "contact" : "company");
            Optional<String> existing =
                    call.fields().object("job").map(Fields::new).flatMap(fields -> fields.id("id"));
            ObjectNode target = existing.map(id -> open(edit, id, object))
                    .orElseGet(() -> Jobs.accepted(workspace, edit, "job_v2_" + edit.nextId(), object));
            ObjectNode task = target.withArrayProperty("tasks").addObject();
            task.put("id", edit.nextId()).put("action", action).put("created_at", workspace.seconds());
            task.set("items", items);
            return target;
        });
        return Response.json(202, shown(job));
    }

    private ObjectNode open(Edit edit, String id, String object) {
        ObjectNode job = edit.find(Kind.JOB, id)
                .filter(found -> found.path("kind").asText().equals(object))
                .orElseThrow(BulkResource::notFound);
        if (job.path("over").asBoolean()) {
            throw new ApiException(403, "forbidden", "The job is closed");
        }
        return edit.change(Kind.JOB, id);
    }

    private void checkAttributes(Edit edit, ArrayNode items, String model) {
        DataAttributes attributes =
                new DataAttributes(edit, model, workspace.knobs().data());
        for (JsonNode item : items) {
            if (item.path("custom_attributes") instanceof ObjectNode values) {
                try {
                    attributes.written(JsonNodeFactory.instance.nullNode(), values);
                } catch (ApiException e) {
                    String message = String.valueOf(e.getMessage());
                    String code = message.contains("does not exist") ? "field_not_found" : "type_mismatch";
                    throw new ApiException(422, code, message);
                }
            }
        }
    }

    private Response get(Call call, String object) {
        return Response.ok(shown(store.read(documents -> documents
                .find(Kind.JOB, call.path("id"))
                .filter(job -> job.path("kind").asText().equals(object))
                .orElseThrow(BulkResource::notFound))));
    }

    private static ApiException notFound() {
        return new ApiException(404, "job_not_found", "Job Not Found");
    }

    private ObjectNode shown(ObjectNode job) {
        String id = job.path("id").asText();
        String kind = job.path("kind").asText();
        String state = state(job);
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("id", id);
        shown.put("type", kind + ".bulk.job").put("state", state);
        ArrayNode tasks = shown.putArray("tasks");
        job.path("tasks").forEach(task -> {
            ObjectNode one = tasks.addObject();
            one.set("id", task.path("id"));
            one.put("item_count", task.path("items").size()).put("state", state);
            one.set("created_at", task.path("created_at"));
        });
        return shown.put("url", "https://api.intercom.io/%s/bulk/%s".formatted(kind, id));
    }

    private String state(ObjectNode job) {
        if (job.path("over").asBoolean()) {
            return job.path("failed").asInt() > 0 ? "completed_with_errors" : "completed";
        }
        return workspace.millis() < job.path("begun_at").asLong() ? "pending" : "running";
    }
}
