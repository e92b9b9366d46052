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

    /// Reads a secret. The exception says what is missing, without contents.
    public static ApiKey parse(String secret, String version) {
        try {
            JsonNode document = Json.parse(secret.getBytes(StandardCharsets.UTF_8));
            return new ApiKey(
                    document.path("apiId").asText(""),
                    document.path("apiSecret").asText(""),
                    version);
        } catch (IOException notJson) {
            throw new IllegalArgumentException("The secret is not {\"apiId\":\"...\",\"apiSecret\":\"...\"}");
        }
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
