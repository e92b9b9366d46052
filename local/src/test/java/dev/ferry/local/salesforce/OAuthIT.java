package dev.ferry.local.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.salesforce.org.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OAuthIT extends RunningSimulator {
    private static final String AUDIENCE = "https://login.salesforce.com";

    @Test
    void acceptsASignedAssertionAndRefusesEveryFlawInIt() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair right = generator.generateKeyPair();
        KeyPair wrong = generator.generateKeyPair();
        start(settings -> settings.withCredentials(Credentials.demonstration().withCertificate(right.getPublic())));
        long soon = Instant.now().getEpochSecond() + 180;
        JsonNode granted = grant("ferry-consumer-key", AUDIENCE, soon, right.getPrivate());
        assertThat(granted.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(granted.path("instance_url").asText())
                .isEqualTo(simulator.endpoint().toString());
        assertThat(granted.has("expires_in")).isFalse();
        assertThat(grant("other", AUDIENCE, soon, right.getPrivate())
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client_id");
        assertThat(grant("ferry-consumer-key", "https://test.salesforce.com", soon, right.getPrivate())
                        .path("error_description")
                        .asText())
                .isEqualTo("audience is invalid");
        assertThat(grant("ferry-consumer-key", AUDIENCE, soon * 1000, right.getPrivate())
                        .path("error_description")
                        .asText())
                .isEqualTo("expired authorization code");
        assertThat(grant("ferry-consumer-key", AUDIENCE, soon, wrong.getPrivate())
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void refusesAWrongSecretAndAMissingRunAsUser() {
        start();
        assertThat(client.token("grant_type=client_credentials&client_id=ferry-consumer-key&client_secret=x")
                        .json())
                .hasToString("{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}");
        start(settings -> settings.withCredentials(Credentials.demonstration().withRunAsUser(null)));
        assertThat(client.token(
                                "grant_type=client_credentials&client_id=ferry-consumer-key&client_secret=ferry-consumer-secret")
                        .body())
                .contains("no client credentials user enabled");
    }

    @Test
    void forgetsATokenThatLayIdleTooLong() {
        start();
        assertThat(client.get("/limits").raw().headers().firstValue("Sforce-Limit-Info"))
                .hasValue("api-usage=1/1000000");
        simulator.faults(simulator.faults().with(Map.of("virtualClock", "PT3H")));
        SimulatorClient.Answer answer = client.get("/limits");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
    }

    private JsonNode grant(String issuer, String audience, long expiry, PrivateKey key)
            throws GeneralSecurityException {
        String claims = "{\"iss\":\"" + issuer + "\",\"sub\":\"integration@ferry.example\",\"aud\":\"" + audience
                + "\",\"exp\":" + expiry + "}";
        String content = encoded("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return client.token("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + content
                        + "." + encoded(signature.sign()))
                .json();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
