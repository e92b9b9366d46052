package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.schema.SObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/// The simulator's own resources, which the platform does not have: `/sim/v1/faults`, `/sim/v1/requests`,
/// `/sim/v1/dump/{Object}` and `/sim/v1/tokens` (DELETE revokes all).
final class AdminResource {
    private final Org org;
    private final RequestLog log;
    private final Sessions sessions;

    AdminResource(Org org, RequestLog log, Sessions sessions) {
        this.org = org;
        this.log = log;
        this.sessions = sessions;
    }

    Response answer(Request request) {
        String resource = request.segments().size() > 2 ? request.segments().get(2) : "";
        return switch (request.method() + " " + resource) {
            case "GET faults" -> Response.ok(org.state().faults().json());
            case "PUT faults", "PATCH faults" -> change(request);
            case "GET requests" -> Response.ok(requests());
            case "DELETE requests" -> {
                log.clear();
                yield Response.empty(204);
            }
            case "DELETE tokens" -> {
                sessions.revokeAll();
                yield Response.empty(204);
            }
            case "GET dump" -> dump(request);
            default -> throw ApiException.notFound();
        };
    }

    private Response change(Request request) {
        try {
            org.state().faults(org.state().faults().with(Json.read(request.bytes())));
            return Response.ok(org.state().faults().json());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new ApiException(400, "INVALID_FAULT", String.valueOf(e.getMessage()));
        }
    }

    private ArrayNode requests() {
        ArrayNode list = Json.array();
        log.list()
                .forEach(entry -> list.addObject()
                        .put("method", entry.method())
                        .put("path", entry.path())
                        .put("status", entry.status()));
        return list;
    }

    private Response dump(Request request) {
        String name = request.segments().size() > 3 ? request.segments().get(3) : "";
        SObjectType type = org.schema().type(name).orElseThrow(ApiException::notFound);
        Iterator<JsonNode> records = new Dump(org, Api.LATEST).records(type);
        return Response.stream("application/x-ndjson", out -> {
            while (records.hasNext()) {
                out.write(Json.write(records.next()));
                out.write("\n".getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
