package dev.ferry.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.auth.LoginRefusal;
import dev.ferry.salesforce.client.auth.PrivateKeyPem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthIT {
    private static final Pattern ASSERTION = Pattern.compile(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=([\\w-]+\\.[\\w-]+)\\.([\\w-]+)");

    private final RecordedServer server = RecordedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signsJwtAssertionThatTheCertificateVerifies() throws Exception {
        var keys = keys();
        var config = SalesforceConfig.of(
                server.uri(),
                new Credentials.JwtBearer(
                        "consumer-key", "loader@acme.example", "https://login.salesforce.com", keys.getPrivate()));
        try (var it = ClientUnderTest.of(config)) {
            it.client().connect();
        }

        var request = server.signIns().getFirst();
        assertThat(request.line()).isEqualTo("POST /services/oauth2/token");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.header("Authorization")).isEmpty();
        var assertion = ASSERTION.matcher(request.body());
        assertThat(assertion.matches()).as(request.body()).isTrue();
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(assertion.group(1).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(assertion.group(2))))
                .isTrue();
        var parts = assertion.group(1).split("\\.", -1);
        assertThat(decode(parts[0])).isEqualTo("{\"alg\":\"RS256\"}");
        assertThat(new ObjectMapper().readTree(decode(parts[1])))
                .isEqualTo(new ObjectMapper()
                        .createObjectNode()
                        .put("iss", "consumer-key")
                        .put("sub", "loader@acme.example")
                        .put("aud", "https://login.salesforce.com")
                        .put("exp", (int) ClientUnderTest.NOW.plusSeconds(180).getEpochSecond()));
    }

    @Test
    void readsKeyFromPkcs8Pem() throws Exception {
        var key = keys().getPrivate();
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        assertThat(PrivateKeyPem.parse(pem)).isEqualTo(key);
    }

    @Test
    void sendsClientCredentialsAsBasicHeader() {
        try (var it = ClientUnderTest.of(server)) {
            it.client().connect();
        }

        var request = server.signIns().getFirst();
        assertThat(request.body()).isEqualTo("grant_type=client_credentials");
        assertThat(request.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("consumer-key:consumer-secret".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client_id, client identifier invalid, UNKNOWN_CLIENT",
        "invalid_client, invalid client credentials, WRONG_SECRET",
        "invalid_grant, user hasn''t approved this consumer, USER_NOT_APPROVED",
        "invalid_grant, audience is invalid, WRONG_AUDIENCE",
        "invalid_grant, expired authorization code, ASSERTION_EXPIRED",
        "invalid_grant, no client credentials user enabled, NO_RUN_AS_USER",
        "invalid_app_access, user is not admin approved to access this app, APP_NOT_ASSIGNED",
        "something_new, whatever, OTHER",
    })
    void namesEachRefusalOfTheTokenEndpoint(String error, String description, LoginRefusal expected) {
        server.answersSignIn(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");

        var refusal = signInFailure();

        assertThat(refusal.code()).isEqualTo(ErrorCode.LOGIN_REFUSED);
        assertThat(refusal.loginRefusal()).contains(expected);
        assertThat(refusal.hint()).isEqualTo(expected.hint());
        assertThat(refusal.retriable()).isFalse();
        assertThat(server.signIns()).hasSize(1);
    }

    @Test
    void acceptsRefusalWithoutDescription() {
        server.answersSignIn(400, "{\"error\":\"invalid_grant\"}");

        assertThat(signInFailure().loginRefusal()).contains(LoginRefusal.GRANT_REFUSED);
    }

    @Test
    void parksWhenTheOrgIsOutOfCallsAtSignIn() {
        server.answersSignIn(
                403, "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");

        var refusal = signInFailure();

        assertThat(refusal.code()).isEqualTo(ErrorCode.DAILY_LIMIT);
        assertThat(refusal.retriable()).isTrue();
    }

    @Test
    void refusesInstanceThatWouldGetTheTokenInClear() {
        server.answersSignIn(200, "{\"access_token\":\"SECRET\",\"instance_url\":\"http://acme.example\"}");

        var refusal = signInFailure();

        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_ANSWER);
        assertThat(refusal).hasMessageNotContaining("SECRET");
    }

    @Test
    void showsNeitherTokenNorSecretAsText() throws Exception {
        try (var it = ClientUnderTest.of(server)) {
            assertThat(it.client().connect().toString()).contains("***").doesNotContain("T1");
        }
        assertThat(ClientUnderTest.CREDENTIALS.toString()).doesNotContain("consumer");
        assertThat(SalesforceConfig.of(server.uri(), ClientUnderTest.CREDENTIALS)
                        .toString())
                .doesNotContain("consumer-");
        assertThat(new Credentials.JwtBearer("consumer-key", "user", "aud", keys().getPrivate()).toString())
                .doesNotContain("consumer");
    }

    private SalesforceException signInFailure() {
        try (var it = ClientUnderTest.of(server)) {
            return catchThrowableOfType(
                    SalesforceException.class, () -> it.client().connect());
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String decode(String part) {
        assertThat(part).doesNotContain("=");
        return new String(
                Base64.getUrlDecoder().decode(URLDecoder.decode(part, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
