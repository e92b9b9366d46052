package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.bulk.CsvDialect;
import dev.ferry.local.salesforce.bulk.JobState;
import dev.ferry.local.salesforce.bulk.QueryCsv;
import dev.ferry.local.salesforce.bulk.QueryJob;
import dev.ferry.local.salesforce.bulk.QueryJobs;
import dev.ferry.local.salesforce.soql.Moments;
import dev.ferry.local.salesforce.soql.QueryResult;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// `/jobs/query`.
final class QueryJobResource implements Resource {
    private static final int DEFAULT_PAGE = 100_000;
    private static final int RESULT_PAGES = 5;
    private final Org org;

    QueryJobResource(Org org) {
        this.org = org;
    }

    @Override
    public Response answer(Call call) {
        QueryJobs jobs = org.queries();
        String id = call.segment(2);
        return switch (call.method() + " " + Math.min(call.depth(), 4)) {
            case "POST 2" -> Response.ok(show(jobs.create(wanted(call))));
            case "GET 2" -> list();
            case "GET 3" -> Response.ok(show(sameVersion(call, jobs.poll(id))));
            case "PATCH 3" -> abort(call, id);
            case "DELETE 3" -> {
                jobs.delete(id);
                yield Response.empty(204);
            }
            case "GET 4" -> call.segment(3).equals("resultPages") ? pages(call, id) : results(call, id);
            default -> throw ApiException.method(call.method());
        };
    }

    private static QueryJob.View wanted(Call call) {
        JsonNode json = call.json();
        return new QueryJob.View(
                "",
                json.path("operation").asText(),
                json.path("query").asText(),
                "",
                new CsvDialect(
                        json.path("columnDelimiter").asText("COMMA"),
                        json.path("lineEnding").asText("LF")),
                call.version(),
                call.session().userId(),
                0,
                JobState.UPLOAD_COMPLETE,
                0);
    }

    private Response abort(Call call, String id) {
        if (!call.json().path("state").asText().equals("Aborted")) {
            throw new ApiException(400, "INVALIDJOBSTATE", "A query job can only be aborted");
        }
        return Response.ok(show(org.queries().abort(id)));
    }

    // A job belongs to the version that it was made with.
    private static QueryJob.View sameVersion(Call call, QueryJob.View view) {
        if (!view.apiVersion().equals(call.version())) {
            throw new ApiException(409, "API_ERROR", "The job was made with API version " + view.apiVersion());
        }
        return view;
    }

    private Response list() {
        ObjectNode json = Json.object().put("done", true);
        ArrayNode records = json.putArray("records");
        org.queries().list().reversed().forEach(view -> records.add(show(view)));
        return Response.ok(json.putNull("nextRecordsUrl"));
    }

    private Response results(Call call, String id) {
        QueryJob.View view = sameVersion(call, org.queries().poll(id));
        QueryResult.Rows rows = org.queries().rows(id);
        int from = offset(call.parameter("locator", ""));
        int page = Integer.parseInt(call.parameter("maxRecords", String.valueOf(DEFAULT_PAGE)));
        int to = Math.min(rows.size(), from + page);
        QueryCsv csv = new QueryCsv(org.engine().reader(), view.dialect());
        return Response.stream("text/csv;charset=UTF-8", out -> {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    csv.write(writer, rows, from, to);
                    writer.flush();
                })
                .with("Sforce-Locator", to >= rows.size() ? "null" : locator(to))
                .with("Sforce-NumberOfRecords", String.valueOf(to - from));
    }

    private Response pages(Call call, String id) {
        int size = org.queries().rows(id).size();
        int page = Integer.parseInt(call.parameter("maxRecords", String.valueOf(DEFAULT_PAGE)));
        int from = offset(call.parameter("locator", ""));
        ObjectNode json = Json.object();
        ArrayNode urls = json.putArray("resultPages");
        int at = from;
        do {
            String url = call.link("/jobs/query/" + id + "/results?maxRecords=" + page)
                    + (at == 0 ? "" : "&locator=" + locator(at));
            urls.addObject().put("resultUrl", url);
            at += page;
        } while (at < size && urls.size() < RESULT_PAGES);
        json.put("done", at >= size);
        json.put(
                "nextRecordsUrl",
                at >= size
                        ? null
                        : call.link(
                                "/jobs/query/" + id + "/resultPages?maxRecords=" + page + "&locator=" + locator(at)));
        return Response.ok(json);
    }

    private static String locator(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("row" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String locator) {
        if (locator.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring(3));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
    }

    private static ObjectNode show(QueryJob.View view) {
        ObjectNode json = Json.object()
                .put("id", view.id())
                .put("operation", view.operation())
                .put("object", view.object())
                .put("createdById", view.createdById())
                .put("createdDate", Moments.rest(view.createdAt()))
                .put("systemModstamp", Moments.rest(view.createdAt()))
                .put("state", view.state().apiName())
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", Double.parseDouble(view.apiVersion()))
                .put("lineEnding", view.dialect().lineEnding())
                .put("columnDelimiter", view.dialect().columnDelimiter());
        if (view.state() != JobState.UPLOAD_COMPLETE) {
            json.put("jobType", "V2Query")
                    .put("numberRecordsProcessed", view.processed())
                    .put("retries", 0)
                    .put("totalProcessingTime", 0)
                    .put("isPkChunkingSupported", true);
        }
        return json;
    }
}
