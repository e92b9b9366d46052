package dev.ferry.http;

import java.net.URI;
import java.util.Map;

/// A request as it leaves.
///
/// @param stream whether the body of a successful answer is left to the caller to read and close
public record WireRequest(String method, URI address, Map<String, String> headers, RequestBody body, boolean stream) {
    /// Copies the headers.
    public WireRequest {
        headers = Map.copyOf(headers);
    }

    /// Never shows headers or a query, which can hold credentials.
    @Override
    public String toString() {
        return method + " " + address.getHost() + address.getPath();
    }
}
