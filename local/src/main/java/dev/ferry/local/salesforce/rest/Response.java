package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer: status, headers, and a body that is written when the headers have gone.
record Response(int status, Map<String, String> headers, Body body) {

    Response {
        headers = Map.copyOf(headers);
    }

    /// Writes a body.
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /// A body that is there already.
    record Bytes(byte[] bytes) implements Body {
        @Override
        public void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    static Response json(int status, JsonNode json) {
        return bytes(status, "application/json;charset=UTF-8", Json.write(json));
    }

    static Response ok(JsonNode json) {
        return json(200, json);
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), new Bytes(new byte[0]));
    }

    static Response text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Response bytes(int status, String contentType, byte[] bytes) {
        return new Response(status, Map.of("Content-Type", contentType), new Bytes(bytes));
    }

    static Response stream(String contentType, Body body) {
        return new Response(200, Map.of("Content-Type", contentType), body);
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
