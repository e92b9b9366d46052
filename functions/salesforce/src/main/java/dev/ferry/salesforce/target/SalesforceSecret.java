package dev.ferry.salesforce.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.auth.PrivateKeyPem;
import java.security.PrivateKey;

/// The secret of an org. What is wrong with it is told by the name of the field alone.
///
/// @param credentials how to sign in
record SalesforceSecret(Credentials credentials) {

    static SalesforceSecret parse(String json) {
        JsonNode fields = object(json);
        return new SalesforceSecret(
                switch (text(fields, "flow")) {
                    case "client_credentials" ->
                        new Credentials.ClientCredentials(text(fields, "consumerKey"), text(fields, "consumerSecret"));
                    case "jwt" ->
                        new Credentials.JwtBearer(
                                text(fields, "consumerKey"),
                                text(fields, "username"),
                                text(fields, "audience"),
                                key(text(fields, "privateKey")));
                    default -> throw wrong("flow", "must be client_credentials or jwt");
                });
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = new ObjectMapper().readTree(json);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException _) {
            // The parser's message quotes what it read, which is the secret: it goes no further.
            throw new FerryException(ErrorCode.CONFIGURATION, "the Salesforce secret is not JSON");
        }
        throw new FerryException(ErrorCode.CONFIGURATION, "the Salesforce secret is not a JSON object");
    }

    private static String text(JsonNode fields, String name) {
        JsonNode value = fields.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw wrong(name, value.isMissingNode() ? "is missing" : "must be a text that is not blank");
        }
        return value.asText();
    }

    private static PrivateKey key(String pem) {
        try {
            return PrivateKeyPem.parse(pem);
        } catch (IllegalArgumentException e) {
            throw wrong("privateKey", String.valueOf(e.getMessage()));
        }
    }

    private static FerryException wrong(String field, String what) {
        return new FerryException(ErrorCode.CONFIGURATION, "the Salesforce secret: field \"" + field + "\" " + what);
    }
}
