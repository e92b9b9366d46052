package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.dml.RowError;
import java.util.List;

/// An answer that is an error. *Shape*: `[{"message","errorCode","fields"}]`.
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient List<String> fields;

    ApiException(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    private ApiException(int status, String code, String message, List<String> fields) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }

    static ApiException notFound() {
        return new ApiException(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static ApiException method(String method) {
        return new ApiException(405, "METHOD_NOT_ALLOWED", "HTTP Method '" + method + "' not allowed.");
    }

    static ApiException of(RowError error) {
        int status = switch (error.code()) {
            case "INSUFFICIENT_ACCESS_OR_READONLY" -> 403;
            case "ENTITY_IS_DELETED" -> 404;
            default -> 400;
        };
        return new ApiException(status, error.code(), error.message(), error.fields());
    }

    int status() {
        return status;
    }

    Response response() {
        ArrayNode errors = Json.array();
        ObjectNode error = errors.addObject().put("message", getMessage()).put("errorCode", code);
        if (!fields.isEmpty()) {
            fields.forEach(error.putArray("fields")::add);
        }
        return Response.json(status, errors);
    }
}
