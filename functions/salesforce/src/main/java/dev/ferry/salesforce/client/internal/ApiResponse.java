package dev.ferry.salesforce.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import dev.ferry.http.WireResponse;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/// An answer. Its body is in memory, unless the request asked for a stream and the status is a success: then
/// whoever takes the body closes it.
public record ApiResponse(ApiRequest request, int status, HttpHeaders headers, InputStream body) {
    // The largest page of a query is some megabytes; more than this is not an answer of this API.
    private static final int MAX_DOCUMENT = 64 << 20;

    /// The answer to a request.
    static ApiResponse to(ApiRequest request, WireResponse answer) {
        return new ApiResponse(request, answer.status(), answer.headers(), answer.body());
    }

    /// Whether the request was carried out.
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// A header's first value.
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// The body as JSON. Throws `MALFORMED_ANSWER` when it is none, for example a page of a gateway.
    public JsonNode json() {
        try {
            return Json.parse(bytes(MAX_DOCUMENT));
        } catch (IOException notJson) {
            throw malformed("not JSON");
        }
    }

    /// Up to `limit` bytes of the body.
    byte[] bytes(int limit) throws IOException {
        try (body) {
            return body.readNBytes(limit);
        }
    }

    /// The exception for an answer that breaks the API's promise; says what is wrong, without contents.
    public SalesforceException malformed(String what) {
        return new SalesforceException(
                ErrorCode.MALFORMED_ANSWER,
                new Failure(
                        request.attempted() + " (the answer is " + what + ")",
                        status,
                        List.of(),
                        request.isWrite(),
                        null));
    }
}
