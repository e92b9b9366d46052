package dev.ferry.local.intercom.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// A request and what it is to be answered, before any fault spoils the answer.
///
/// @param route method and path as the documents write them; `?` in place of a path that has no endpoint
/// @param version the newest one for what was refused before the version was looked at
/// @param requestBody missing when there was none
/// @param responseBody missing when there is none
public record Exchange(
        String route,
        ApiVersion version,
        Map<String, String> query,
        JsonNode requestBody,
        int status,
        JsonNode responseBody) {

    public Exchange {
        query = Map.copyOf(query);
    }
}
