package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.dml.RowInput;
import dev.ferry.local.salesforce.dml.RowResult;
import dev.ferry.local.salesforce.dml.UpsertKey;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.schema.SalesforceId;
import dev.ferry.local.salesforce.store.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `/sobjects`: describe, and single records by id or by external id.
final class SObjectResource implements Resource {
    private static final Pattern COMMA = Pattern.compile(",");
    private final Org org;
    private final DescribeWriter describe;

    SObjectResource(Org org) {
        this.org = org;
        this.describe = new DescribeWriter(org);
    }

    @Override
    public Response answer(Call call) throws IOException {
        if (call.depth() == 1) {
            return global(call);
        }
        SObjectType type = org.schema()
                .type(call.segment(1))
                .orElseThrow(() -> new ApiException(404, "NOT_FOUND", "The requested resource does not exist"));
        return switch (call.depth()) {
            case 2 -> call.method().equals("POST") ? create(call, type) : basic(call, type);
            case 3 -> call.segment(2).equals("describe") ? described(call, type) : byId(call, type);
            case 4 -> {
                Field field = type.visible(call.segment(2)).orElse(null);
                yield field != null && (field.key() || field.type() == FieldType.ID)
                        ? byKey(call, type, field)
                        : body(call, type);
            }
            default -> throw ApiException.notFound();
        };
    }

    private Response global(Call call) {
        ObjectNode json = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
        ArrayNode objects = json.putArray("sobjects");
        org.schema().types().forEach(type -> objects.add(describe.summary(type, call)));
        return Response.ok(json);
    }

    private Response basic(Call call, SObjectType type) {
        ObjectNode json = Json.object();
        json.set("objectDescribe", describe.summary(type, call));
        json.putArray("recentItems");
        return Response.ok(json);
    }

    private Response described(Call call, SObjectType type) {
        ObjectNode json = describe.whole(type, call);
        String tag = "\"" + Integer.toHexString(json.hashCode()) + "\"";
        if (call.request().header("If-None-Match").filter(tag::equals).isPresent()) {
            return Response.empty(304).with("ETag", tag);
        }
        return Response.ok(json).with("ETag", tag);
    }

    private Response create(Call call, SObjectType type) throws IOException {
        String contentType = call.request().header("Content-Type").orElse("");
        RowInput input = contentType.startsWith("multipart/")
                ? BlobParts.record(call, type, new RowInputs(org.bindings()))
                : new RowInputs(org.bindings()).read(type, call.json());
        RowResult result = org.store().write(tx -> org.dml().insert(tx, type, input, call.options()));
        return Response.json(201, saved(result));
    }

    private Response byId(Call call, SObjectType type) {
        String id = call.segment(2);
        return switch (call.method()) {
            case "GET" -> Response.ok(read(call, type, id));
            case "PATCH" -> {
                RowInput input = new RowInputs(org.bindings()).read(type, call.json());
                saved(org.store().write(tx -> org.dml().update(tx, type, id, input, call.options())));
                yield Response.empty(204);
            }
            case "DELETE" -> {
                saved(org.store().write(tx -> org.dml().delete(tx, type, id, false, call.options())));
                yield Response.empty(204);
            }
            default -> throw ApiException.method(call.method());
        };
    }

    private JsonNode read(Call call, SObjectType type, String given) {
        Row row = SalesforceId.canonical(given)
                .filter(id -> id.startsWith(type.keyPrefix()))
                .flatMap(id -> org.store().read(() -> org.store().table(type).find(id)))
                .filter(Row::live)
                .orElseThrow(ApiException::notFound);
        return show(call, type, row);
    }

    private JsonNode show(Call call, SObjectType type, Row row) {
        RecordJson json = new RecordJson(org.store(), org.engine().reader(), call.version());
        String wanted = call.parameter("fields", "");
        if (wanted.isEmpty()) {
            return json.whole(type, row);
        }
        List<Field> fields = new ArrayList<>();
        for (String name : COMMA.split(wanted, -1)) {
            fields.add(type.visible(name.strip())
                    .orElseThrow(() -> new ApiException(
                            400, "INVALID_FIELD", "No such column '" + name + "' on entity '" + type.name() + "'")));
        }
        return json.some(type, row, fields);
    }

    private Response byKey(Call call, SObjectType type, Field key) {
        String value = call.segment(3);
        boolean id = key.type() == FieldType.ID;
        List<Row> found =
                id ? List.of() : org.store().read(() -> org.store().table(type).findLive(key, value));
        if (found.size() > 1) {
            ArrayNode urls = Json.array();
            found.forEach(row -> urls.add(call.link("/sobjects/" + type.name() + "/" + row.id())));
            return Response.json(300, urls);
        }
        return switch (call.method()) {
            case "GET" ->
                Response.ok(
                        id
                                ? read(call, type, value)
                                : show(call, type, found.stream().findFirst().orElseThrow(ApiException::notFound)));
            case "PATCH", "POST" -> upsert(call, new UpsertKey(type, key, value));
            case "DELETE" -> {
                String target = id
                        ? value
                        : found.stream()
                                .findFirst()
                                .orElseThrow(ApiException::notFound)
                                .id();
                saved(org.store().write(tx -> org.dml().delete(tx, type, target, false, call.options())));
                yield Response.empty(204);
            }
            default -> throw ApiException.method(call.method());
        };
    }

    private Response upsert(Call call, UpsertKey key) {
        JsonNode record = call.json();
        if (record.has(key.field().name()) && key.field().type() != FieldType.ID) {
            throw new ApiException(
                    400,
                    "INVALID_FIELD",
                    "The " + key.field().name() + " field should not be specified in the sobject data.");
        }
        ObjectNode withKey = record.deepCopy();
        if (key.field().type() != FieldType.ID) {
            withKey.put(key.field().name(), key.value());
        }
        RowInput input = new RowInputs(org.bindings()).read(key.type(), withKey);
        RowResult result = org.store().write(tx -> org.dml().upsert(tx, key, input, call.options()));
        ObjectNode json = saved(result);
        boolean created = result instanceof RowResult.Saved saved && saved.created();
        return Response.json(created ? 201 : 200, json.put("created", created));
    }

    private Response body(Call call, SObjectType type) throws IOException {
        Field field = type.visible(call.segment(3)).orElseThrow(ApiException::notFound);
        String id = SalesforceId.canonical(call.segment(2)).orElseThrow(ApiException::notFound);
        Row row = org.store().row(id).filter(Row::live).orElseThrow(ApiException::notFound);
        if (field.type() != FieldType.BASE64 || !call.method().equals("GET")) {
            throw ApiException.notFound();
        }
        return Response.bytes(
                200, "application/octet-stream", Files.readAllBytes(org.store().file(row.id())));
    }

    private static ObjectNode saved(RowResult result) {
        return switch (result) {
            case RowResult.Saved(String id, boolean created) -> {
                ObjectNode json = Json.object().put("id", id).put("success", true);
                json.putArray("errors");
                yield json;
            }
            case RowResult.Refused(var error) -> throw ApiException.of(error);
        };
    }
}
