package dev.ferry.salesforce.client.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.http.RequestBody;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Pages;
import dev.ferry.salesforce.client.internal.Paths;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// [BulkIngest] over HTTP. Threading: safe.
public final class HttpBulkIngest implements BulkIngest {
    private static final String JOBS = "/jobs/ingest";

    private final ApiTransport transport;
    private final Paths paths;

    /// Over a transport and the paths of its API version.
    public HttpBulkIngest(ApiTransport transport, Paths paths) {
        this.transport = transport;
        this.paths = paths;
    }

    @Override
    public IngestJob create(IngestRequest request) {
        var attempted = "create a job to " + request.operation().text() + " " + request.object();
        return job(ApiRequest.post(paths.of(JOBS), RequestBody.json(request.body()), attempted));
    }

    @Override
    public void upload(JobId job, IngestChunk chunk) {
        var body = new RequestBody("text/csv; charset=UTF-8", chunk.bytes(), chunk.content()::open);
        transport.send(
                ApiRequest.putOnce(path(job) + "/batches", body, "upload " + chunk.rows() + " rows to job " + job));
    }

    @Override
    public IngestJob close(JobId job) {
        return move(job, JobState.UPLOAD_COMPLETE, "close job " + job);
    }

    @Override
    public IngestJob read(JobId job) {
        return job(ApiRequest.get(path(job), "read job " + job));
    }

    @Override
    public IngestJob abort(JobId job) {
        return move(job, JobState.ABORTED, "abort job " + job);
    }

    @Override
    public void delete(JobId job) {
        try {
            transport.send(ApiRequest.delete(path(job), "delete job " + job));
        } catch (SalesforceException refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
        }
    }

    @Override
    public Stream<IngestJob> list() {
        var first = ApiRequest.get(paths.of(JOBS + "?jobType=V2Ingest"), "list ingest jobs");
        return Pages.of(transport, first, "records").map(row -> new JobJson(row.response()).ingest(row.node()));
    }

    @Override
    public ResultRows<ResultRow.Successful> successful(JobId job) {
        return results(
                job,
                "successfulResults",
                row -> new ResultRow.Successful(
                        new SalesforceId(required(row, "sf__Id")),
                        Boolean.parseBoolean(required(row, "sf__Created")),
                        row));
    }

    @Override
    public ResultRows<ResultRow.Failed> failed(JobId job) {
        return results(job, "failedResults", row -> {
            var id = required(row, "sf__Id");
            return new ResultRow.Failed(
                    SalesforceId.isId(id) ? new SalesforceId(id) : null,
                    RecordError.parse(required(row, "sf__Error")),
                    row);
        });
    }

    @Override
    public ResultRows<ResultRow.Unprocessed> unprocessed(JobId job) {
        return results(job, "unprocessedrecords", ResultRow.Unprocessed::new);
    }

    private <T> ResultRows<T> results(JobId job, String file, Function<CsvRow, T> reading) {
        var request = ApiRequest.get(path(job) + "/" + file + "/", "download " + file + " of job " + job)
                .with(Map.of("Accept", "text/csv"))
                .streamed();
        return new ResultRows<>(transport.send(request), reading);
    }

    private static String required(CsvRow row, String column) {
        return row.get(column).orElseThrow(() -> new IllegalArgumentException(column));
    }

    private IngestJob move(JobId job, JobState target, String attempted) {
        var patch = ApiRequest.patch(path(job), RequestBody.json(Json.object().put("state", target.text())), attempted);
        try {
            return job(patch);
        } catch (SalesforceException lost) {
            if (!lost.outcomeUnknown()) {
                throw lost;
            }
            var found = read(job);
            return mayMove(found.state(), target) ? job(patch) : found;
        }
    }

    // Closing makes sense for an open job only; aborting for any job that has not ended.
    private static boolean mayMove(JobState from, JobState target) {
        return target == JobState.UPLOAD_COMPLETE ? from == JobState.OPEN : !from.isFinal();
    }

    private IngestJob job(ApiRequest request) {
        var response = transport.send(request);
        JsonNode document = response.json();
        return new JobJson(response).ingest(document);
    }

    private String path(JobId job) {
        return paths.of(JOBS + "/" + job);
    }
}
