package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.dml.Dml;
import dev.ferry.local.salesforce.dml.RowError;
import dev.ferry.local.salesforce.dml.RowInput;
import dev.ferry.local.salesforce.dml.RowResult;
import dev.ferry.local.salesforce.dml.UpsertKey;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.store.Row;
import dev.ferry.local.salesforce.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/composite/sobjects`: up to 200 records in a call, answered in their order, HTTP 200 whatever became of them.
final class CollectionsResource implements Resource {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MAX_RECORDS = 200;
    private static final int MAX_TYPE_CHUNKS = 10;

    private final Org org;
    private final RowInputs inputs;

    CollectionsResource(Org org) {
        this.org = org;
        this.inputs = new RowInputs(org.bindings());
    }

    /// One row's write within the call's transaction.
    private interface Work {
        RowResult apply(Transaction tx);
    }

    @Override
    public Response answer(Call call) {
        return switch (call.method()) {
            case "POST" -> {
                JsonNode payload = payload(call);
                yield call.depth() == 3 ? retrieve(call, payload) : write(creates(call, payload), payload, false);
            }
            case "PATCH" -> {
                JsonNode payload = payload(call);
                yield call.depth() == 4
                        ? write(upserts(call, payload), payload, true)
                        : write(updates(call, payload), payload, false);
            }
            case "DELETE" -> {
                ObjectNode payload =
                        Json.object().put("allOrNone", Boolean.parseBoolean(call.parameter("allOrNone", "false")));
                yield write(deletes(call), payload, false);
            }
            default -> throw ApiException.method(call.method());
        };
    }

    private static JsonNode payload(Call call) {
        JsonNode payload = call.json();
        if (payload.path("records").size() > MAX_RECORDS) {
            throw new ApiException(
                    400, "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records in this call");
        }
        return payload;
    }

    private List<Work> creates(Call call, JsonNode payload) {
        List<Work> work = new ArrayList<>();
        Dml dml = org.dml();
        int chunks = 0;
        String last = "";
        for (JsonNode record : payload.path("records")) {
            SObjectType type = type(record);
            chunks += type.name().equals(last) ? 0 : 1;
            last = type.name();
            RowInput input = inputs.read(type, record);
            work.add(tx -> dml.insert(tx, type, input, call.options()));
        }
        if (chunks > MAX_TYPE_CHUNKS) {
            throw new ApiException(
                    400, "LIMIT_EXCEEDED", "Records cannot be in more than 10 chunks of one object type");
        }
        return work;
    }

    private List<Work> updates(Call call, JsonNode payload) {
        List<Work> work = new ArrayList<>();
        for (JsonNode record : payload.path("records")) {
            SObjectType type = type(record);
            String id = record.has("id")
                    ? record.path("id").asText()
                    : record.path("Id").asText();
            RowInput input = inputs.read(type, record);
            work.add(tx -> org.dml().update(tx, type, id, input, call.options()));
        }
        return work;
    }

    private List<Work> upserts(Call call, JsonNode payload) {
        SObjectType type = org.schema().type(call.segment(2)).orElseThrow(ApiException::notFound);
        Field key = type.visible(call.segment(3))
                .filter(f -> f.key() || f.name().equals("Id"))
                .orElseThrow(ApiException::notFound);
        List<Work> work = new ArrayList<>();
        for (JsonNode record : payload.path("records")) {
            RowInput input = inputs.read(type, record);
            String value = record.path(key.name()).asText("");
            work.add(tx -> org.dml().upsert(tx, new UpsertKey(type, key, value), input, call.options()));
        }
        return work;
    }

    private List<Work> deletes(Call call) {
        List<Work> work = new ArrayList<>();
        String[] ids = COMMA.split(call.parameter("ids", ""), -1);
        if (ids.length > MAX_RECORDS) {
            throw new ApiException(
                    400, "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records in this call");
        }
        for (String id : ids) {
            Optional<SObjectType> type = SalesforceId.canonical(id).flatMap(org.schema()::ofId);
            work.add(
                    type.isEmpty()
                            ? tx -> malformed(tx, id)
                            : tx -> org.dml().delete(tx, type.get(), id, false, call.options()));
        }
        return work;
    }

    private static RowResult malformed(Transaction tx, String id) {
        tx.mark();
        return new RowResult.Refused(new RowError(null, "MALFORMED_ID", "malformed id " + id, List.of()));
    }

    private SObjectType type(JsonNode record) {
        String name = record.path("attributes").path("type").asText("");
        return org.schema()
                .type(name)
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private Response write(List<Work> work, JsonNode payload, boolean upsert) {
        boolean allOrNone = payload.path("allOrNone").asBoolean();
        List<RowResult> results = org.store().write(tx -> {
            int mark = tx.mark();
            List<RowResult> rows = new ArrayList<>();
            work.forEach(row -> rows.add(row.apply(tx)));
            if (allOrNone && rows.stream().anyMatch(RowResult.Refused.class::isInstance)) {
                tx.rollBackTo(mark);
                rows.replaceAll(CollectionsResource::rolledBack);
            }
            return List.copyOf(rows);
        });
        ArrayNode answer = Json.array();
        results.forEach(result -> answer.add(show(result, upsert)));
        return Response.ok(answer);
    }

    private static RowResult rolledBack(RowResult result) {
        return switch (result) {
            case RowResult.Saved saved ->
                new RowResult.Refused(RowError.of(
                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "Record rolled back because not all records were valid and the request was using AllOrNone"
                                + " header"));
            case RowResult.Refused refused -> refused;
        };
    }

    private static ObjectNode show(RowResult result, boolean upsert) {
        ObjectNode json = Json.object();
        switch (result) {
            case RowResult.Saved(String id, boolean created) -> {
                json.put("id", id).put("success", true);
                json.putArray("errors");
                if (upsert) {
                    json.put("created", created);
                }
            }
            case RowResult.Refused(RowError error) -> {
                if (error.id() != null) {
                    json.put("id", error.id());
                }
                json.put("success", false);
                ObjectNode shown = json.putArray("errors")
                        .addObject()
                        .put("statusCode", error.code())
                        .put("message", error.message());
                ArrayNode fields = shown.putArray("fields");
                error.fields().forEach(fields::add);
            }
        }
        return json;
    }

    /// Reads up to 2,000 records of one object by id; a record that is not there is answered as null.
    private Response retrieve(Call call, JsonNode payload) {
        SObjectType type = org.schema().type(call.segment(2)).orElseThrow(ApiException::notFound);
        List<Field> fields = new ArrayList<>();
        payload.path("fields")
                .forEach(name -> fields.add(type.visible(name.asText())
                        .orElseThrow(() -> new ApiException(
                                400,
                                "INVALID_FIELD",
                                "No such column '" + name.asText() + "' on entity '" + type.name() + "'"))));
        RecordJson json = new RecordJson(org.store(), org.engine().reader(), call.version());
        ArrayNode answer = Json.array();
        for (JsonNode id : payload.path("ids")) {
            Optional<Row> row = SalesforceId.canonical(id.asText())
                    .flatMap(org.store()::row)
                    .filter(Row::live);
            if (row.isPresent()) {
                answer.add(json.some(type, row.get(), fields));
            } else {
                answer.addNull();
            }
        }
        return Response.ok(answer);
    }
}
