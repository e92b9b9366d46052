package dev.ferry.salesforce.client.bulk;

import dev.ferry.http.Json;
import dev.ferry.http.RequestBody;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiResponse;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/// [BulkQueries] over HTTP. Threading: safe.
public final class HttpBulkQueries implements BulkQueries {
    private static final String JOBS = "/jobs/query";
    // The header is present on the last page too, with this text in it; without it rows could be lost in
    // silence.
    private static final String NO_LOCATOR = "null";

    private final ApiTransport transport;
    private final Paths paths;

    /// Over a transport and the paths of its API version.
    public HttpBulkQueries(ApiTransport transport, Paths paths) {
        this.transport = transport;
        this.paths = paths;
    }

    @Override
    public QueryJob create(Scope scope, String soql) {
        var body = Json.object().put("operation", scope.operation()).put("query", soql);
        return job(ApiRequest.post(paths.of(JOBS), RequestBody.json(body), "create a job to " + scope.operation()));
    }

    @Override
    public QueryJob read(JobId job) {
        return job(ApiRequest.get(path(job), "read query job " + job));
    }

    @Override
    public QueryJob abort(JobId job) {
        var body = Json.object().put("state", JobState.ABORTED.text());
        return job(ApiRequest.patch(path(job), RequestBody.json(body), "abort query job " + job));
    }

    @Override
    public void delete(JobId job) {
        try {
            transport.send(ApiRequest.delete(path(job), "delete query job " + job));
        } catch (SalesforceException refusal) {
            if (refusal.code() != ErrorCode.NOT_FOUND) {
                throw refusal;
            }
        }
    }

    @Override
    public QueryPage firstPage(JobId job, int maxRows) {
        return page(job, "?maxRecords=" + positive(maxRows));
    }

    @Override
    public QueryPage page(JobId job, ResultLocator from, int maxRows) {
        return page(job, "?maxRecords=" + positive(maxRows) + "&locator=" + Paths.encode(from.value()));
    }

    @Override
    public QueryRows rows(JobId job, int rowsPerPage) {
        return new QueryRows(this, job, rowsPerPage);
    }

    private QueryPage page(JobId job, String query) {
        var request = ApiRequest.get(path(job) + "/results" + query, "download results of query job " + job)
                .with(Map.of("Accept", "text/csv"))
                .streamed();
        var response = transport.send(request);
        var locator = response.header("Sforce-Locator");
        if (locator.isEmpty()) {
            close(response);
            throw response.malformed("a page that does not say whether more follow");
        }
        var following = locator.filter(text -> !text.equals(NO_LOCATOR))
                .map(ResultLocator::new)
                .orElse(null);
        return new QueryPage(new ResultRows<>(response, Function.identity()), following);
    }

    private static void close(ApiResponse response) {
        try {
            response.body().close();
        } catch (IOException alreadyBroken) {
            return;
        }
    }

    private QueryJob job(ApiRequest request) {
        var response = transport.send(request);
        return new JobJson(response).query(response.json());
    }

    private String path(JobId job) {
        return paths.of(JOBS + "/" + job);
    }

    private static int positive(int maxRows) {
        if (maxRows < 1) {
            throw new IllegalArgumentException("A page of " + maxRows + " rows");
        }
        return maxRows;
    }
}
