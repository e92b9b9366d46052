package dev.ferry.local.asapp.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Response;

/// A request that is answered with the error envelope, which all API families share.
///
/// *Shape*: `{"error":{"requestId":"...","code":"404-01","message":"Not Found"}}`. *Source*: Error Handling, and
/// the examples of the specifications.
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /// A status with the code and wording that the specifications print for it.
    public static ApiException of(int status) {
        return new ApiException(status, status + "-01", wording(status));
    }

    /// A time that cannot be read: `400-03`.
    ///
    /// @param field the path within the body, such as `/timestamp`
    public static ApiException badTimestamp(String field) {
        return new ApiException(
                400,
                "400-03",
                "ERROR - [Path '%s'] String does not match the format yyyy-MM-dd'T'HH:mm:ssZ".formatted(field));
    }

    /// The answer.
    public Response response(String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("requestId", requestId).put("code", code).put("message", getMessage());
        return Response.json(status, body);
    }

    private static String wording(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden Response";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 422 -> "Unprocessable Entity";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal server error";
        };
    }
}
