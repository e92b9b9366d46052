package dev.ferry.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The body of a request, opened anew for each attempt so that it can be sent again without being held in
/// memory.
public record RequestBody(String contentType, long length, Content content) {
    /// Where the bytes come from.
    @FunctionalInterface
    public interface Content {
        /// A fresh stream of exactly `length` bytes. The caller closes it.
        InputStream open() throws IOException;
    }

    /// A JSON document.
    public static RequestBody json(JsonNode document) {
        return of("application/json; charset=UTF-8", document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes held in memory.
    public static RequestBody of(String contentType, byte[] bytes) {
        return new RequestBody(contentType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /// No body.
    public static RequestBody none() {
        return of("", new byte[0]);
    }
}
