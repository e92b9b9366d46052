package dev.ferry.asapp.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.client.ApiKey;
import dev.ferry.http.RequestBody;
import dev.ferry.http.WireRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// A request to ASAPP, before it is signed.
///
/// @param path begins with a slash and holds the query
/// @param attempted completes "Could not ..." in an error and therefore holds no content
/// @param repeatable whether another attempt is harmless when the first got no answer
public record ApiRequest(
        String method,
        String path,
        Map<String, String> headers,
        RequestBody body,
        String attempted,
        boolean repeatable) {
    /// Copies the headers.
    public ApiRequest {
        headers = Map.copyOf(headers);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A path within the API begins with one slash");
        }
    }

    /// A read by GET.
    public static ApiRequest get(String path, String attempted) {
        return new ApiRequest("GET", path, Map.of(), RequestBody.none(), attempted, true);
    }

    /// A read whose question is the body of a POST.
    public static ApiRequest ask(String path, JsonNode question, String attempted) {
        return new ApiRequest("POST", path, Map.of(), RequestBody.json(question), attempted, true);
    }

    /// A read by a POST without a question.
    public static ApiRequest askNothing(String path, String attempted) {
        return new ApiRequest("POST", path, Map.of(), RequestBody.none(), attempted, true);
    }

    /// The same, never repeated after silence, because each attempt makes something.
    public ApiRequest once() {
        return new ApiRequest(method, path, headers, body, attempted, false);
    }

    /// The same with a header more.
    public ApiRequest with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new ApiRequest(method, path, all, body, attempted, repeatable);
    }

    WireRequest signed(URI host, ApiKey key) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("Accept", "application/json");
        all.putAll(key.headers());
        return new WireRequest(method, URI.create(host + path), all, body, false);
    }
}
