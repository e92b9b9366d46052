package dev.ferry.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// An answer. Its body is in memory, unless the request asked for a stream and the status is a success: then
/// whoever takes the body closes it.
public record WireResponse(int status, HttpHeaders headers, InputStream body) {
    /// Whether the request was carried out.
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// A header's first value.
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /// Up to `limit` bytes of the body, which is closed then.
    public byte[] bytes(int limit) throws IOException {
        try (body) {
            return body.readNBytes(limit);
        }
    }

    /// The body as JSON; an exception without contents when it is none.
    public JsonNode json(int limit) throws IOException {
        return Json.parse(bytes(limit));
    }
}
