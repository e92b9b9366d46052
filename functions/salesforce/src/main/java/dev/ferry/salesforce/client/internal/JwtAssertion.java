package dev.ferry.salesforce.client.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ferry.salesforce.client.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/// The signed assertion of the JWT bearer flow.
///
/// Shape: `base64url({"alg":"RS256"}).base64url(claims).base64url(signature)`, without padding. Units: `exp` is in
/// epoch seconds, three minutes ahead; Salesforce refuses one that is far ahead.
final class JwtAssertion {
    private static final Duration LIFE = Duration.ofMinutes(3);

    private JwtAssertion() {}

    static String sign(Credentials.JwtBearer credentials, Clock clock) {
        var claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", credentials.consumerKey())
                .put("sub", credentials.username())
                .put("aud", credentials.audience())
                .put("exp", clock.instant().plus(LIFE).getEpochSecond());
        var signed = encode("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(credentials.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The private key cannot sign with RS256", unusable);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
