package dev.ferry.local.endpoint;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One request to a [JsonEndpoint].
///
/// @param path the decoded path, starting with `/`
/// @param headers looked up without regard to case; the first value of each
public record JsonRequest(String method, String path, Map<String, String> headers, byte[] body) {

    public JsonRequest {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /// A header's value, when the client sent it.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
