package dev.ferry.salesforce.client.internal;

import dev.ferry.http.RequestBody;
import dev.ferry.http.WireRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// A request to the instance, before it is signed.
///
/// `path` begins with a slash and holds the query. `attempted` completes "Could not ..." in an error and
/// therefore holds no value of a record. `repeatable` allows another attempt when the first got no answer or
/// one that says "later"; `stream` leaves the answer's body unread.
public record ApiRequest(
        String method,
        String path,
        Map<String, String> headers,
        RequestBody body,
        String attempted,
        boolean repeatable,
        boolean stream) {
    // Salesforce answers 414 or 431 when URI and headers together pass 16,384 bytes; the rest is for the
    // headers.
    private static final int MAX_PATH = 14_000;

    /// Copies the headers; refuses a path that Salesforce would refuse for its length.
    public ApiRequest {
        headers = Map.copyOf(headers);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A path within the instance begins with one slash");
        }
        if (path.length() > MAX_PATH) {
            throw new IllegalArgumentException("Could not " + attempted + ": the URL of " + path.length()
                    + " characters is longer than " + MAX_PATH + "; ask for less at once");
        }
    }

    /// A read.
    public static ApiRequest get(String path, String attempted) {
        return new ApiRequest("GET", path, Map.of(), RequestBody.none(), attempted, true, false);
    }

    /// A removal: repeating it removes nothing else.
    public static ApiRequest delete(String path, String attempted) {
        return new ApiRequest("DELETE", path, Map.of(), RequestBody.none(), attempted, true, false);
    }

    /// A POST, sent once.
    public static ApiRequest post(String path, RequestBody body, String attempted) {
        return new ApiRequest("POST", path, Map.of(), body, attempted, false, false);
    }

    /// A PATCH, sent once.
    public static ApiRequest patch(String path, RequestBody body, String attempted) {
        return new ApiRequest("PATCH", path, Map.of(), body, attempted, false, false);
    }

    /// A PUT that may not be repeated, because the resource takes one only.
    public static ApiRequest putOnce(String path, RequestBody body, String attempted) {
        return new ApiRequest("PUT", path, Map.of(), body, attempted, false, false);
    }

    /// The same with more headers.
    public ApiRequest with(Map<String, String> more) {
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new ApiRequest(method, path, all, body, attempted, repeatable, stream);
    }

    /// The same, with the answer's body left to the caller to read and close.
    public ApiRequest streamed() {
        return new ApiRequest(method, path, headers, body, attempted, repeatable, true);
    }

    /// The request as it leaves for a host, signed.
    WireRequest signed(URI host, String authorization) {
        var all = new HashMap<>(Map.of("Accept", "application/json"));
        if (!authorization.isEmpty()) {
            all.put("Authorization", authorization);
        }
        all.putAll(headers);
        return new WireRequest(method, URI.create(host + path), all, body, stream);
    }

    /// Whether it can change anything in the org.
    public boolean isWrite() {
        return !method.equals("GET");
    }
}
