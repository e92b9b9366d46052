package dev.ferry.local.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.org.Credentials;
import dev.ferry.local.salesforce.store.Row;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// The token endpoint: JWT bearer, client credentials, username and password; and who a token belongs to.
final class OAuthResource {
    private final Org org;
    private final Sessions sessions;
    private final String endpoint;

    OAuthResource(Org org, Sessions sessions, String endpoint) {
        this.org = org;
        this.sessions = sessions;
        this.endpoint = endpoint;
    }

    Response token(Request request) {
        Map<String, String> form = Request.parameters(request.text());
        try {
            String username = switch (form.getOrDefault("grant_type", "")) {
                case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                    new JwtVerifier(org.credentials(), endpoint)
                            .subject(
                                    form.getOrDefault("assertion", ""),
                                    org.state().now());
                case "client_credentials" -> clientCredentials(request, form);
                case "password" -> password(form);
                default -> throw new OAuthException("unsupported_grant_type", "grant type not supported");
            };
            return issue(username);
        } catch (OAuthException e) {
            return e.response();
        }
    }

    private String clientCredentials(Request request, Map<String, String> form) {
        String key = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        String authorization = request.header("Authorization").orElse("");
        if (authorization.startsWith("Basic ")) {
            String pair = basic(authorization.substring(6));
            int colon = pair.indexOf(':');
            key = pair.substring(0, Math.max(colon, 0));
            secret = pair.substring(colon + 1);
        }
        checkClient(key, secret);
        String user = org.credentials().runAsUser();
        if (user == null) {
            throw new OAuthException("invalid_grant", "no client credentials user enabled");
        }
        return user;
    }

    private static String basic(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new OAuthException("invalid_client", "invalid client credentials");
        }
    }

    private String password(Map<String, String> form) {
        checkClient(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        Credentials known = org.credentials();
        boolean right = known.username().equals(form.get("username"))
                && known.password().equals(form.get("password"));
        if (!right) {
            throw new OAuthException("invalid_grant", "authentication failure");
        }
        return known.username();
    }

    private void checkClient(String key, String secret) {
        if (!org.credentials().consumerKey().equals(key)) {
            throw new OAuthException("invalid_client_id", "client identifier invalid");
        }
        if (!org.credentials().consumerSecret().equals(secret)) {
            throw new OAuthException("invalid_client", "invalid client credentials");
        }
    }

    private Response issue(String username) {
        if (!org.credentials().approvedUsers().isEmpty()
                && !org.credentials().approvedUsers().contains(username)) {
            throw new OAuthException("invalid_app_access", "user is not admin approved to access this app");
        }
        Row user = Users.active(org.store(), username)
                .orElseThrow(() -> new OAuthException("invalid_grant", "user hasn't approved this consumer"));
        String organization = Users.organizationId(org.store());
        Session session = sessions.open(organization, user.id(), username);
        return Response.ok(Json.object()
                .put("access_token", session.token())
                .put("scope", "web api")
                .put("instance_url", endpoint)
                .put("id", endpoint + "/id/" + organization + "/" + user.id())
                .put("token_type", "Bearer"));
    }

    /// The identity of a token, as `/services/oauth2/userinfo` and the identity URL tell it.
    Response identity(Session session) {
        String organization = Users.organizationId(org.store());
        ObjectNode identity = Json.object()
                .put("id", endpoint + "/id/" + organization + "/" + session.userId())
                .put("sub", endpoint + "/id/" + organization + "/" + session.userId())
                .put("user_id", session.userId())
                .put("organization_id", organization)
                .put("username", session.username())
                .put("preferred_username", session.username());
        identity.putObject("urls")
                .put("rest", endpoint + "/services/data/v{version}/")
                .put("sobjects", endpoint + "/services/data/v{version}/sobjects/");
        return Response.ok(identity);
    }

    Response revoke(Request request) {
        Map<String, String> form = Request.parameters(request.text());
        sessions.revoke(form.getOrDefault("token", request.query().getOrDefault("token", "")));
        return Response.empty(200);
    }
}
