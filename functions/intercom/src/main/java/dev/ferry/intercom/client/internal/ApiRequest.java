package dev.ferry.intercom.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.RequestBody;

/// A request to Intercom, before it is signed.
///
/// @param path begins with a slash and holds the query
/// @param attempted completes "Could not ..." in an error and therefore holds no content
/// @param repetition what may be done when the answer was lost
public record ApiRequest(String method, String path, RequestBody body, String attempted, Repetition repetition) {

    /// What may be done with a request whose answer was lost.
    public enum Repetition {
        /// A read, or a write that ends in the same state however often it is made.
        HARMLESS,
        /// Each attempt makes something new.
        NEVER
    }

    /// Refuses a path that leaves the API.
    public ApiRequest {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("a path within the API begins with one slash");
        }
    }

    /// A read.
    public static ApiRequest get(String path, String attempted) {
        return new ApiRequest("GET", path, RequestBody.none(), attempted, Repetition.HARMLESS);
    }

    /// A call with a document that may be repeated.
    public static ApiRequest repeatable(String method, String path, JsonNode document, String attempted) {
        return new ApiRequest(method, path, RequestBody.json(document), attempted, Repetition.HARMLESS);
    }

    /// A call that makes something new each time.
    public static ApiRequest once(String path, JsonNode document, String attempted) {
        return new ApiRequest("POST", path, RequestBody.json(document), attempted, Repetition.NEVER);
    }

    /// A deletion without a document.
    public static ApiRequest delete(String path, String attempted) {
        return new ApiRequest("DELETE", path, RequestBody.none(), attempted, Repetition.HARMLESS);
    }
}
