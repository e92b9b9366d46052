package dev.ferry.local.asapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/// A bare HTTP client of the simulator, which shows requests and answers as they are.
final class AsappClient implements AutoCloseable {
    static final String FEEDS = "/fileexporter/v1/static/";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final URI endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private String id = "ferry-api-id";
    private String secret = "ferry-api-secret";

    AsappClient(URI endpoint) {
        this.endpoint = endpoint;
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

        String code() {
            return json().at("/error/code").asText();
        }

        List<String> texts(String array) {
            return StreamSupport.stream(json().path(array).spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }

    AsappClient as(String keyId, String keySecret) {
        id = keyId;
        secret = keySecret;
        return this;
    }

    Answer feeds(String call, String body) {
        return send("POST", FEEDS + call, body);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("asapp-api-id", id)
                .header("asapp-api-secret", secret)
                .header("Content-Type", "application/json"));
    }

    /// Fetches a URL as it is, without any key.
    Answer fetch(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    Answer send(HttpRequest.Builder request) {
        try {
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
