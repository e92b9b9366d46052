package dev.ferry.intercom.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ferry.http.Exchange;
import dev.ferry.http.WireResponse;
import dev.ferry.intercom.client.ErrorCode;
import dev.ferry.intercom.client.IntercomException;
import dev.ferry.intercom.client.IntercomException.Failure;
import dev.ferry.intercom.client.Said;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Turns an answer that is no success, or no answer, into the exception that says what it means.
///
/// *Shape* of Intercom's errors: `{"type":"error.list","request_id","errors":[{"code","message","field"}]}`, where
/// all but the code can be missing. A gateway's page has none of it.
final class Refusals {
    private static final int MAX_ERROR_PAGE = 64 << 10;
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,60}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]]{1,60}");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Refusals() {}

    static IntercomException of(ApiRequest request, WireResponse response) {
        JsonNode list = error(response);
        JsonNode first = list.path("errors").path(0);
        String code = matching(CODE, first.path("code").asText(""));
        Said said = Said.of(code, first.path("message").asText(""));
        Failure failure = new Failure(
                request.attempted(),
                response.status(),
                code,
                matching(FIELD, first.path("field").asText("")),
                matching(REQUEST_ID, list.path("request_id").asText("")),
                said);
        return new IntercomException(code(response.status(), said), failure);
    }

    static IntercomException of(ApiRequest request, Exchange.Silence silence) {
        return new IntercomException(ErrorCode.NO_ANSWER, Failure.of(request.attempted()), silence.cause());
    }

    static IntercomException of(ApiRequest request, ErrorCode code) {
        return new IntercomException(code, Failure.of(request.attempted()));
    }

    static IntercomException parked(ApiRequest request, Instant until) {
        return new IntercomException(
                ErrorCode.PARKED, Failure.of(request.attempted() + " before " + until.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static JsonNode error(WireResponse response) {
        try {
            return response.json(MAX_ERROR_PAGE);
        } catch (IOException page) {
            return MissingNode.getInstance();
        }
    }

    // Only what has the form of a code, a field or an id can be no content.
    private static String matching(Pattern form, String text) {
        return form.matcher(text).matches() ? text : "";
    }

    private static ErrorCode code(int status, Said said) {
        if (said instanceof Said.TooManyReplies) {
            return ErrorCode.TOO_MANY_REPLIES;
        }
        if (said instanceof Said.ScrollIsOpen) {
            return ErrorCode.SCROLL_OPEN;
        }
        return switch (status) {
            case 401 -> ErrorCode.TOKEN_REFUSED;
            case 403 -> ErrorCode.NOT_ALLOWED;
            case 404, 410 -> ErrorCode.NOT_FOUND;
            case 408 -> ErrorCode.UNAVAILABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 429 -> ErrorCode.THROTTLED;
            default ->
                status >= 500 ? ErrorCode.UNAVAILABLE : status >= 400 ? ErrorCode.REFUSED : ErrorCode.MALFORMED_ANSWER;
        };
    }
}
