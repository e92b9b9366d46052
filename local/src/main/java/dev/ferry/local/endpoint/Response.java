package dev.ferry.local.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer: status, headers, and a body that is written when the headers have gone.
public record Response(int status, Map<String, String> headers, Body body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    public Response {
        headers = Map.copyOf(headers);
    }

    /// Writes a body. *Errors*: an `IOException` breaks the connection in the middle of the answer.
    @FunctionalInterface
    public interface Body {
        /// Writes all of it.
        void write(OutputStream out) throws IOException;
    }

    /// A body that is there already.
    public record Bytes(byte[] bytes) implements Body {
        @Override
        public void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /// A body whose length is announced; it is sent as it is, whatever the client accepts.
    ///
    /// @param length bytes
    public record Sized(long length, Body content) implements Body {
        @Override
        public void write(OutputStream out) throws IOException {
            content.write(out);
        }
    }

    /// No answer: the connection breaks.
    public static Response broken() {
        return empty(0);
    }

    /// JSON with a status.
    public static Response json(int status, JsonNode json) {
        try {
            return bytes(status, "application/json;charset=UTF-8", MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree can always be written", e);
        }
    }

    /// JSON with status 200.
    public static Response ok(JsonNode json) {
        return json(200, json);
    }

    /// A status alone.
    public static Response empty(int status) {
        return new Response(status, Map.of(), new Bytes(new byte[0]));
    }

    /// Text as UTF-8.
    public static Response text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Bytes of a type.
    public static Response bytes(int status, String contentType, byte[] bytes) {
        return new Response(status, Map.of("Content-Type", contentType), new Bytes(bytes));
    }

    /// A body of unknown length.
    public static Response stream(String contentType, Body body) {
        return new Response(200, Map.of("Content-Type", contentType), body);
    }

    /// This answer with one more header.
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
