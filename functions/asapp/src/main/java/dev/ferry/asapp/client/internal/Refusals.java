package dev.ferry.asapp.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import dev.ferry.http.Exchange;
import dev.ferry.http.WireResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/// Turns an answer that is no success, or no answer, into the exception that says what it means.
///
/// *Shape* of ASAPP's errors: `{"error":{"requestId","code","message"}}`, where the code can be missing. A
/// gateway's page has neither.
final class Refusals {
    private static final int MAX_ERROR_PAGE = 64 << 10;
    private static final Pattern CODE = Pattern.compile("\\d{3}-\\d{1,4}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Refusals() {}

    static AsappException of(ApiRequest request, WireResponse response) {
        JsonNode error = error(response);
        Failure failure = new Failure(
                request.attempted(),
                response.status(),
                matching(CODE, error.path("code").asText("")),
                matching(REQUEST_ID, error.path("requestId").asText("")),
                null);
        return new AsappException(code(response.status()), failure);
    }

    static AsappException of(ApiRequest request, Exchange.Silence silence) {
        return new AsappException(ErrorCode.NO_ANSWER, Failure.of(request.attempted()), silence.cause());
    }

    static AsappException interrupted(ApiRequest request) {
        return new AsappException(ErrorCode.INTERRUPTED, Failure.of(request.attempted()));
    }

    private static JsonNode error(WireResponse response) {
        try {
            return response.json(MAX_ERROR_PAGE).path("error");
        } catch (IOException page) {
            return MissingNode.getInstance();
        }
    }

    // Only what has the form of a code or an id can be no content.
    private static String matching(Pattern form, String text) {
        return form.matcher(text).matches() ? text : "";
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.KEY_REFUSED;
            case 403 -> ErrorCode.NOT_ENABLED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 409 -> ErrorCode.CONFLICT;
            case 429 -> ErrorCode.THROTTLED;
            default ->
                status >= 500 ? ErrorCode.UNAVAILABLE : status >= 400 ? ErrorCode.REFUSED : ErrorCode.MALFORMED_ANSWER;
        };
    }
}
