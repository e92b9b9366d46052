package dev.ferry.local.endpoint;

import java.util.Map;

/// What a [JsonEndpoint] answers.
///
/// @param body UTF-8 JSON, possibly empty
/// @param headers response headers beside `Content-Type`
public record JsonResponse(int status, byte[] body, Map<String, String> headers) {

    public JsonResponse {
        headers = Map.copyOf(headers);
    }

    public JsonResponse(int status, byte[] body) {
        this(status, body, Map.of());
    }
}
