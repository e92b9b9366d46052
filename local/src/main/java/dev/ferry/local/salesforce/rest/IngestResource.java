package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.bulk.CsvDialect;
import dev.ferry.local.salesforce.bulk.IngestJob;
import dev.ferry.local.salesforce.bulk.IngestJobs;
import dev.ferry.local.salesforce.bulk.JobSpec;
import dev.ferry.local.salesforce.bulk.JobState;
import dev.ferry.local.salesforce.bulk.Operation;
import dev.ferry.local.salesforce.bulk.ResultFiles;
import dev.ferry.local.salesforce.soql.Moments;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// `/jobs/ingest`.
final class IngestResource implements Resource {
    private static final int PAGE = 1_000;
    private static final int MAX_MULTIPART_CHARS = 100_000;
    private final Org org;

    IngestResource(Org org) {
        this.org = org;
    }

    @Override
    public Response answer(Call call) throws IOException {
        IngestJobs jobs = org.ingest();
        String id = call.segment(2);
        return switch (call.method() + " " + Math.min(call.depth(), 4)) {
            case "POST 2" -> create(call);
            case "GET 2" -> list(call);
            case "GET 3" -> Response.ok(show(jobs.poll(id)));
            case "PATCH 3" ->
                Response.ok(show(jobs.move(id, call.json().path("state").asText())));
            case "DELETE 3" -> {
                jobs.delete(id);
                yield Response.empty(204);
            }
            case "PUT 4" -> {
                jobs.upload(id, call.request().body());
                yield Response.empty(201);
            }
            case "GET 4" -> result(call, jobs.results(id));
            default -> throw ApiException.method(call.method());
        };
    }

    private Response create(Call call) throws IOException {
        boolean multipart = call.request().header("Content-Type").orElse("").startsWith("multipart/");
        if (!multipart) {
            return Response.ok(show(org.ingest().create(spec(call, call.json()))));
        }
        List<Multipart.Part> parts = Multipart.parse(call.request());
        byte[] job = part(parts, "job");
        byte[] content = part(parts, "content");
        if (new String(content, StandardCharsets.UTF_8).length() > MAX_MULTIPART_CHARS) {
            throw new ApiException(400, "API_ERROR", "The content part exceeds 100,000 characters");
        }
        String id = org.ingest().create(spec(call, Json.read(job))).id();
        org.ingest().upload(id, new ByteArrayInputStream(content));
        return Response.ok(show(org.ingest().move(id, JobState.UPLOAD_COMPLETE.apiName())));
    }

    private static byte[] part(List<Multipart.Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(Multipart.Part::content)
                .orElseThrow(() -> new ApiException(400, "API_ERROR", "The request has no part " + name));
    }

    private JobSpec spec(Call call, JsonNode json) {
        String object = json.path("object").asText("");
        String contentType = json.path("contentType").asText("CSV");
        if (!contentType.equalsIgnoreCase("CSV")) {
            throw new ApiException(400, "API_ERROR", "Unsupported contentType " + contentType);
        }
        return new JobSpec(
                org.schema()
                        .type(object)
                        .orElseThrow(() -> new ApiException(
                                400, "INVALIDENTITY", "Entity '" + object + "' is not supported by the Bulk API."))
                        .name(),
                Operation.named(json.path("operation").asText()),
                json.path("externalIdFieldName").textValue(),
                new CsvDialect(
                        json.path("columnDelimiter").asText("COMMA"),
                        json.path("lineEnding").asText("LF")),
                json.path("assignmentRuleId").textValue(),
                call.version(),
                call.session().userId());
    }

    private Response list(Call call) {
        List<IngestJob.View> all = org.ingest().list().reversed();
        int from = Integer.parseInt(call.parameter("queryLocator", "0"));
        int to = Math.min(all.size(), from + PAGE);
        ObjectNode json = Json.object().put("done", to == all.size());
        ArrayNode records = json.putArray("records");
        String type = call.parameter("jobType", "V2Ingest");
        if (type.equals("V2Ingest")) {
            // A listing carries no counters.
            all.subList(Math.min(from, to), to).forEach(view -> records.add(head(view)));
        }
        json.put("nextRecordsUrl", to == all.size() ? null : call.link("/jobs/ingest?queryLocator=" + to));
        return Response.ok(json);
    }

    private Response result(Call call, ResultFiles files) {
        String name = call.segment(3);
        String spelled = switch (org.state().faults().resultCase()) {
            case "lower" -> name;
            case "camel" -> name.equals("unprocessedrecords") ? "-" : name;
            default -> name.toLowerCase(Locale.ROOT);
        };
        return switch (spelled) {
            case "successfulresults", "successfulResults" -> csv(files::successes);
            case "failedresults", "failedResults" -> csv(files::failures);
            case "unprocessedrecords", "unprocessedRecords" -> csv(files::unprocessed);
            default -> throw ApiException.notFound();
        };
    }

    private interface CsvSource {
        void write(Writer out) throws IOException;
    }

    private static Response csv(CsvSource source) {
        return Response.stream("text/csv;charset=UTF-8", out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            source.write(writer);
            writer.flush();
        });
    }

    private static ObjectNode head(IngestJob.View view) {
        JobSpec spec = view.spec();
        CsvDialect dialect = spec.dialect();
        ObjectNode json = Json.object()
                .put("id", view.id())
                .put("operation", spec.operation().apiName())
                .put("object", spec.object())
                .put("createdById", spec.createdById())
                .put("createdDate", Moments.rest(view.createdAt()))
                .put("systemModstamp", Moments.rest(view.changedAt()))
                .put("state", view.state().apiName())
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", Double.parseDouble(spec.apiVersion()))
                .put("jobType", "V2Ingest")
                .put("lineEnding", dialect.lineEnding())
                .put("columnDelimiter", dialect.columnDelimiter());
        if (spec.externalIdFieldName() != null) {
            json.put("externalIdFieldName", spec.externalIdFieldName());
        }
        if (spec.assignmentRuleId() != null) {
            json.put("assignmentRuleId", spec.assignmentRuleId());
        }
        return json;
    }

    private static ObjectNode show(IngestJob.View view) {
        ObjectNode json = head(view);
        if (view.state() == JobState.OPEN) {
            // Without a leading slash, as the platform writes it.
            json.put(
                    "contentUrl",
                    "services/data/v" + view.spec().apiVersion() + "/jobs/ingest/" + view.id() + "/batches");
            return json;
        }
        json.put("numberRecordsProcessed", view.processed())
                .put("numberRecordsFailed", view.failed())
                .put("retries", view.retries())
                .put("totalProcessingTime", view.busyMillis())
                .put("apiActiveProcessingTime", view.busyMillis() * 9 / 10)
                .put("apexProcessingTime", 0);
        if (view.errorMessage() != null) {
            json.put("errorMessage", view.errorMessage());
        }
        return json;
    }
}
