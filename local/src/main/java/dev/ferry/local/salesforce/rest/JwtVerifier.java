package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.org.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// Checks a JWT bearer assertion: form, key, signature, audience, expiry. *Source*: "OAuth 2.0 JWT Bearer Flow".
final class JwtVerifier {
    // The platform accepts assertions that expire within a few minutes.
    private static final long MAX_AHEAD_SECONDS = 600;

    private final Credentials credentials;
    private final String endpoint;

    JwtVerifier(Credentials credentials, String endpoint) {
        this.credentials = credentials;
        this.endpoint = endpoint;
    }

    /// The username that the assertion speaks for.
    String subject(String assertion, Instant now) {
        int first = assertion.indexOf('.');
        int second = assertion.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            throw new OAuthException("invalid_grant", "invalid assertion");
        }
        JsonNode claims = claims(assertion.substring(first + 1, second));
        if (!claims.path("iss").asText().equals(credentials.consumerKey())) {
            throw new OAuthException("invalid_client_id", "client identifier invalid");
        }
        if (!signed(assertion.substring(0, second), assertion.substring(second + 1))) {
            throw new OAuthException("invalid_grant", "invalid assertion");
        }
        String audience = claims.path("aud").asText();
        if (!audience.equals(endpoint) && !credentials.audiences().contains(audience)) {
            throw new OAuthException("invalid_grant", "audience is invalid");
        }
        long expiry = claims.path("exp").asLong();
        if (expiry <= now.getEpochSecond() || expiry > now.getEpochSecond() + MAX_AHEAD_SECONDS) {
            throw new OAuthException("invalid_grant", "expired authorization code");
        }
        return claims.path("sub").asText();
    }

    private static JsonNode claims(String part) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException | ApiException e) {
            throw new OAuthException("invalid_grant", "invalid assertion");
        }
    }

    private boolean signed(String content, String signature) {
        PublicKey key = credentials.certificate();
        if (key == null) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(content.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
