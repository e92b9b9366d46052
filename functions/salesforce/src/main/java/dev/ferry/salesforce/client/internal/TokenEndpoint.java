package dev.ferry.salesforce.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.http.Exchange;
import dev.ferry.http.RequestBody;
import dev.ferry.http.Wire;
import dev.ferry.salesforce.client.ErrorCode;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.SalesforceException.Failure;
import dev.ferry.salesforce.client.auth.AccessToken;
import dev.ferry.salesforce.client.auth.Credentials;
import dev.ferry.salesforce.client.auth.Session;
import dev.ferry.salesforce.client.auth.SignIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;

/// Signs in at `/services/oauth2/token`, once per call: a refusal is never repeated by itself.
///
/// Shape: the answer is `{"access_token","instance_url",...}`; refusals are `{"error","error_description"}`
/// with 400, or the REST array with 403 when the org's calls are spent.
public final class TokenEndpoint implements SignIn {
    private static final String PATH = "/services/oauth2/token";
    private static final String ATTEMPTED = "sign in to Salesforce";

    private final Wire wire;
    private final URI loginHost;
    private final Credentials credentials;
    private final Clock clock;
    private final Refusals refusals;

    /// The endpoint of a login host.
    public TokenEndpoint(Wire wire, URI loginHost, Credentials credentials, Clock clock) {
        this.wire = wire;
        this.loginHost = loginHost;
        this.credentials = credentials;
        this.clock = clock;
        this.refusals = new Refusals(clock, new UsageMeter());
    }

    @Override
    public Session signIn() {
        var request = request();
        return switch (wire.send(request.signed(loginHost, authorization()))) {
            case Exchange.Answer(var answer) when answer.isSuccess() -> session(ApiResponse.to(request, answer));
            case Exchange.Answer(var answer) -> throw refusal(ApiResponse.to(request, answer));
            case Exchange.Silence silence -> throw refusals.of(request, silence);
            case Exchange.Interrupted _ -> throw refusals.interrupted(request, false);
        };
    }

    private ApiRequest request() {
        var grant = switch (credentials) {
            case Credentials.JwtBearer jwt ->
                "grant_type=" + Paths.encode("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion="
                        + JwtAssertion.sign(jwt, clock);
            case Credentials.ClientCredentials _ -> "grant_type=client_credentials";
        };
        var body = RequestBody.of("application/x-www-form-urlencoded", grant.getBytes(StandardCharsets.US_ASCII));
        return new ApiRequest("POST", PATH, Map.of(), body, ATTEMPTED, false, false);
    }

    private String authorization() {
        return switch (credentials) {
            case Credentials.JwtBearer _ -> "";
            case Credentials.ClientCredentials(var key, var secret) ->
                "Basic " + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        };
    }

    private Session session(ApiResponse response) {
        var answer = response.json();
        var token = answer.path("access_token").asText("");
        var instance = answer.path("instance_url").asText("");
        if (token.isBlank() || instance.isBlank()) {
            throw response.malformed("without access_token or instance_url");
        }
        try {
            return new Session(URI.create(instance), user(answer), new AccessToken(token), clock.instant());
        } catch (IllegalArgumentException untrusted) {
            throw response.malformed("an instance_url that may not see a token");
        }
    }

    // The identity URL of the answer ends in the ids of the org and of the user.
    private static String user(JsonNode answer) {
        var identity = answer.path("id").asText("");
        return identity.substring(identity.lastIndexOf('/') + 1);
    }

    private SalesforceException refusal(ApiResponse response) {
        var refusal = refusals.of(response);
        var refused = switch (refusal.code()) {
            case REFUSED, SESSION_REJECTED -> true;
            case LOGIN_REFUSED, DAILY_LIMIT, CONCURRENT_LIMIT, BUDGET_HELD, NOT_FOUND, INVALID_JOB_STATE -> false;
            case UNAVAILABLE, NO_ANSWER, MALFORMED_ANSWER, INTERRUPTED -> false;
        };
        return refused
                ? new SalesforceException(
                        ErrorCode.LOGIN_REFUSED,
                        new Failure(ATTEMPTED, refusal.status(), refusal.errors(), false, null))
                : refusal;
    }
}
