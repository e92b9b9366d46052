package dev.ferry.local.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A bare HTTP client of the simulator, which shows requests and answers as they are.
final class IntercomApi implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> headers = new LinkedHashMap<>();

    IntercomApi(URI endpoint) {
        this.endpoint = endpoint;
        headers.put("Authorization", "Bearer ferry-token");
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        headers.put("Intercom-Version", "2.16");
    }

    /// An answer with its body as text.
    record Answer(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }

        String id() {
            return text("/id");
        }

        /// Status and code, such as `404 not_found`.
        String error() {
            return status + " " + text("/errors/0/code");
        }

        String message() {
            return text("/errors/0/message");
        }

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    /// The same client with another header, or without it when the value is empty.
    IntercomApi with(String header, String value) {
        IntercomApi other = new IntercomApi(endpoint);
        other.headers.putAll(headers);
        if (value.isEmpty()) {
            other.headers.remove(header);
        } else {
            other.headers.put(header, value);
        }
        return other;
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /// A POST that must succeed.
    Answer ok(String path, String body) {
        return checked(post(path, body));
    }

    static Answer checked(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    Answer send(String method, String path, String body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
