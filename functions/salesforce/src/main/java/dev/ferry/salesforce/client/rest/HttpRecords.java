package dev.ferry.salesforce.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.http.RequestBody;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.WriteAutomation;
import dev.ferry.salesforce.client.internal.ApiRequest;
import dev.ferry.salesforce.client.internal.ApiResponse;
import dev.ferry.salesforce.client.internal.ApiTransport;
import dev.ferry.salesforce.client.internal.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// [Records] over HTTP. Threading: safe.
public final class HttpRecords implements Records {
    private static final String COLLECTION = "/composite/sobjects";
    private static final int MAX_RUNS = 10;
    private static final int BAD_REQUEST = 400;
    private static final int MULTIPLE_CHOICES = 300;

    private final ApiTransport transport;
    private final Paths paths;
    private final WriteAutomation automation;

    /// Over a transport, the paths of its API version, and what automation may do.
    public HttpRecords(ApiTransport transport, Paths paths, WriteAutomation automation) {
        this.transport = transport;
        this.paths = paths;
        this.automation = automation;
    }

    @Override
    public List<SaveResult> create(List<SObjectRecord> records, boolean allOrNone) {
        var runs = runs(records);
        if (runs > MAX_RUNS) {
            throw new IllegalArgumentException("The object changes " + runs + " times, Salesforce takes " + MAX_RUNS
                    + ": sort the records by object");
        }
        var attempted = "create " + records.size() + " records";
        return results(
                ApiRequest.post(paths.of(COLLECTION), body(records, allOrNone), attempted), records.size(), true);
    }

    @Override
    public List<SaveResult> update(List<SObjectRecord> records, boolean allOrNone) {
        var attempted = "update " + records.size() + " records";
        return results(
                ApiRequest.patch(paths.of(COLLECTION), body(records, allOrNone), attempted), records.size(), false);
    }

    @Override
    public List<SaveResult> upsert(String externalIdField, List<SObjectRecord> records, boolean allOrNone) {
        if (runs(records) > 1) {
            throw new IllegalArgumentException("An upsert takes records of one object");
        }
        var body = body(records, allOrNone);
        var object = records.getFirst().object();
        var path = paths.of(COLLECTION + "/" + object + "/" + Paths.name(externalIdField));
        var attempted = "upsert " + records.size() + " records of " + object;
        return results(ApiRequest.patch(path, body, attempted), records.size(), false);
    }

    @Override
    public List<SaveResult> delete(List<SalesforceId> ids, boolean allOrNone) {
        requireSize(ids.size());
        var list = ids.stream().map(SalesforceId::value).collect(Collectors.joining(","));
        var path = paths.of(COLLECTION + "?ids=" + list + "&allOrNone=" + allOrNone);
        return results(ApiRequest.delete(path, "delete " + ids.size() + " records"), ids.size(), false);
    }

    @Override
    public SaveResult createOne(SObjectRecord record) {
        var path = paths.of("/sobjects/" + record.object());
        return one(
                ApiRequest.post(path, RequestBody.json(record.fields()), "create a record of " + record.object()),
                true);
    }

    @Override
    public SaveResult upsertOne(ExternalKey key, SObjectRecord record) {
        var path = paths.of("/sobjects/" + record.object() + "/" + key.field() + "/" + Paths.encode(key.value()));
        return one(
                ApiRequest.patch(path, RequestBody.json(record.fields()), "upsert a record of " + record.object()),
                false);
    }

    private SaveResult one(ApiRequest request, boolean create) {
        try {
            var response = transport.send(request.with(automation.headers()));
            return response.status() == MULTIPLE_CHOICES
                    ? severalMatches(response)
                    : SaveResultJson.of(response, response.json(), create);
        } catch (SalesforceException refusal) {
            if (refusal.code() == ErrorCode.REFUSED
                    && refusal.status() == BAD_REQUEST
                    && !refusal.errors().isEmpty()) {
                return new SaveResult.Refused(refusal.errors());
            }
            throw refusal;
        }
    }

    private static SaveResult severalMatches(ApiResponse response) {
        var ids = new ArrayList<SalesforceId>();
        for (var url : response.json()) {
            var id = url.asText().substring(url.asText().lastIndexOf('/') + 1);
            if (!SalesforceId.isId(id)) {
                throw response.malformed("a list of matches without ids");
            }
            ids.add(new SalesforceId(id));
        }
        return new SaveResult.SeveralMatches(ids);
    }

    private List<SaveResult> results(ApiRequest request, int expected, boolean create) {
        var response = transport.send(request.with(automation.headers()));
        var rows = response.json();
        if (!rows.isArray() || rows.size() != expected) {
            throw response.malformed(rows.size() + " results for " + expected + " records");
        }
        var results = new ArrayList<SaveResult>(expected);
        for (JsonNode row : rows) {
            results.add(SaveResultJson.of(response, row, create));
        }
        return List.copyOf(results);
    }

    private static RequestBody body(List<SObjectRecord> records, boolean allOrNone) {
        requireSize(records.size());
        var body = Json.object().put("allOrNone", allOrNone);
        var array = body.putArray("records");
        records.forEach(record -> array.add(record.withAttributes()));
        return RequestBody.json(body);
    }

    private static void requireSize(int count) {
        if (count < 1 || count > MAX_RECORDS) {
            throw new IllegalArgumentException("One call takes 1 to " + MAX_RECORDS + " records, not " + count);
        }
    }

    private static int runs(List<SObjectRecord> records) {
        var runs = 0;
        var last = "";
        for (var record : records) {
            runs += record.object().equals(last) ? 0 : 1;
            last = record.object();
        }
        return runs;
    }
}
