package dev.ferry.local.intercom.jobs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.intercom.http.ApiException;
import dev.ferry.local.intercom.http.Call;
import dev.ferry.local.intercom.http.Fields;
import dev.ferry.local.intercom.http.Routes;
import dev.ferry.local.intercom.store.DocumentStore;
import dev.ferry.local.intercom.store.Edit;
import dev.ferry.local.intercom.store.Kind;
import dev.ferry.local.intercom.tickets.TicketWriting;
import dev.ferry.local.intercom.workspace.Workspace;
import java.util.List;

/// The jobs, and the end of those that are due.
///
/// *Shape* of a document: `kind`, `begun_at` and `due_at` in milliseconds, `over`, what is to be done in `payload`.
///
/// *Threading*: safe for concurrent use.
public final class Jobs {
    private static final String TICKET = "ticket";

    private final Workspace workspace;
    private final DocumentStore store;
    private final BulkWork bulk;

    public Jobs(Workspace workspace, DocumentStore store) {
        this.workspace = workspace;
        this.store = store;
        this.bulk = new BulkWork(workspace, store);
    }

    /// Adds the endpoints.
    public void addTo(Routes routes) {
        routes.add("GET /jobs/status/{id}", this::status);
        new BulkResource(workspace, store).addTo(routes);
    }

    /// Ends the jobs whose time has come.
    public void settle() {
        long now = workspace.millis();
        List<ObjectNode> due = store.read(documents -> documents.all(Kind.JOB).stream()
                .filter(job ->
                        !job.path("over").asBoolean() && job.path("due_at").asLong() <= now)
                .toList());
        due.forEach(this::end);
    }

    private synchronized void end(ObjectNode job) {
        String id = job.path("id").asText();
        if (store.read(documents -> documents.require(Kind.JOB, id))
                .path("over")
                .asBoolean()) {
            return;
        }
        if (job.path("kind").asText().equals(TICKET)) {
            endTicket(job);
        } else {
            bulk.run(job);
        }
    }

    private void endTicket(ObjectNode job) {
        String id = job.path("id").asText();
        try {
            store.write(edit -> {
                Fields fields = new Fields((ObjectNode) job.path("payload"));
                ObjectNode ticket = new TicketWriting(workspace, edit).create(fields);
                return edit.change(Kind.JOB, id)
                        .put("over", true)
                        .put("status", "success")
                        .set("resource_id", ticket.path("id"));
            });
        } catch (ApiException refused) {
            // The client finds out by the status alone.
            store.write(edit -> edit.change(Kind.JOB, id).put("over", true).put("status", "failed"));
        }
    }

    /// Accepts a ticket to be made later.
    public Response enqueueTicket(Call call) {
        return Response.ok(shown(store.write(edit -> {
            call.fields().requiredId("ticket_type_id");
            ObjectNode job = accepted(workspace, edit, edit.nextId(), TICKET).put("status", "pending");
            job.set("payload", call.body());
            return job;
        })));
    }

    static ObjectNode accepted(Workspace workspace, Edit edit, String id, String kind) {
        long delay = workspace.knobs().lags().jobDelay().toMillis();
        ObjectNode job = JsonNodeFactory.instance.objectNode().put("id", id).put("kind", kind);
        job.put("over", false).put("begun_at", workspace.millis() + delay / 2);
        job.put("due_at", workspace.millis() + delay);
        return edit.put(Kind.JOB, id, job);
    }

    private Response status(Call call) {
        return Response.ok(shown(store.read(documents -> documents
                .find(Kind.JOB, call.path("id"))
                .filter(job -> job.path("kind").asText().equals(TICKET))
                .orElseThrow(() -> new ApiException(404, "job_not_found", "Job Not Found")))));
    }

    private static ObjectNode shown(ObjectNode job) {
        String id = job.path("id").asText();
        ObjectNode shown =
                JsonNodeFactory.instance.objectNode().put("type", "job").put("id", id);
        shown.set("status", job.path("status"));
        shown.put("url", "https://api.intercom.io/jobs/status/" + id).put("resource_type", TICKET);
        if (job.has("resource_id")) {
            shown.set("resource_id", job.path("resource_id"));
            shown.put(
                    "resource_url",
                    "https://api.intercom.io/tickets/" + job.path("resource_id").asText());
        } else {
            shown.putNull("resource_id").putNull("resource_url");
        }
        return shown;
    }
}
