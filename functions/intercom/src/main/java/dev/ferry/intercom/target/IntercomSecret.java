package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.http.Json;
import dev.ferry.intercom.client.AccessToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The secret of a workspace, `{"accessToken":"..."}`. What is wrong with it is told by the name of the field
/// alone.
final class IntercomSecret {
    private IntercomSecret() {}

    static AccessToken parse(String secret, String version) {
        try {
            JsonNode token = Json.parse(secret.getBytes(StandardCharsets.UTF_8)).path("accessToken");
            if (token.isTextual() && !token.asText().isBlank()) {
                return new AccessToken(token.asText(), version);
            }
        } catch (IOException _) {
            // The parser's message quotes what it read, which is the secret: it goes no further.
            throw new FerryException(ErrorCode.CONFIGURATION, "the Intercom secret is not JSON");
        }
        throw new FerryException(
                ErrorCode.CONFIGURATION, "the Intercom secret: field \"accessToken\" is missing or blank");
    }
}
