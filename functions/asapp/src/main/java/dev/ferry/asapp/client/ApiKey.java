package dev.ferry.asapp.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The key pair of an ASAPP app, and which version of the secret it was read from.
///
/// *Shape* of the secret: `{"apiId":"...","apiSecret":"..."}`.
///
/// @param version of the secret, by which a refused key is told from its successor
public record ApiKey(String id, String secret, String version) {
    /// Refuses a key of which a part is missing.
    public ApiKey {
        if (id.isBlank() || secret.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("An ASAPP key needs an id, a secret and the version of both");
        }
    }

    /// Reads a secret.
    ///
    /// *Errors*: an `IllegalArgumentException` whose message completes "the secret", without contents.
    public static ApiKey parse(String secret, String version) {
        JsonNode document;
        try {
            document = Json.parse(secret.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notJson) {
            throw new IllegalArgumentException("is not JSON");
        }
        return new ApiKey(part(document, "apiId"), part(document, "apiSecret"), version);
    }

    private static String part(JsonNode document, String name) {
        String value = document.path(name).asText("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("has %s %s".formatted(document.has(name) ? "an empty" : "no", name));
        }
        return value;
    }

    /// The headers that every call carries.
    public Map<String, String> headers() {
        return Map.of("asapp-api-id", id, "asapp-api-secret", secret);
    }

    @Override
    public String toString() {
        return "***";
    }
}
