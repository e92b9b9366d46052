package dev.ferry.local.salesforce.rest;

import dev.ferry.local.endpoint.HttpEndpoint;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.Request;
import dev.ferry.local.endpoint.Response;
import dev.ferry.local.salesforce.org.Faults;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The HTTP server on a loopback port: sessions, allowances and faults around the resources.
///
/// *Threading*: one virtual thread per request.
public final class HttpFront implements AutoCloseable {
    private static final int MAX_URI = 16_384;

    private final Org org;
    private final HttpEndpoint http;
    private final RequestLog log = new RequestLog();
    private final ApiUsage usage;
    private final Sessions sessions;
    private final ApiRouter router;
    private final OAuthResource oauth;
    private final SoapLoginResource soap;
    private final AdminResource admin;

    public HttpFront(Org org, int port) {
        this.org = org;
        http = HttpEndpoint.bind(new LoopbackPort("the Salesforce org", port, "--port-base"));
        usage = new ApiUsage(org.state());
        sessions = new Sessions(org.store(), org.state());
        router = new ApiRouter(org, usage);
        oauth = new OAuthResource(org, sessions, endpoint().toString());
        soap = new SoapLoginResource(org, sessions, endpoint().toString());
        admin = new AdminResource(org, log, sessions);
    }

    /// The address that clients use. *Shape*: `http://localhost:port`.
    public URI endpoint() {
        return URI.create("http://localhost:" + http.port());
    }

    /// The requests so far.
    public RequestLog log() {
        return log;
    }

    /// Takes up a fact about sessions or added fields from the journal.
    public void replay(com.fasterxml.jackson.databind.JsonNode event) {
        if (event.path("k").asText().startsWith("schema.")) {
            ToolingResource.replay(org, event);
        } else {
            sessions.replay(event);
        }
    }

    /// Begins to answer.
    public void start() {
        http.start(this::exchange);
    }

    @Override
    public void close() {
        http.close();
    }

    private Response exchange(Request incoming) throws IOException {
        Request request = incoming.withMethod(incoming.query().getOrDefault("_HttpMethod", incoming.method()));
        if (request.method().equals("PUT")
                && !request.segments().getFirst().equals("sim")
                && org.state().takeDroppedPut()) {
            // Half of the upload is read, then the connection breaks.
            request.body().readNBytes(1_024);
            log.add(new RequestLog.Entry(request.method(), request.path(), 0));
            return Response.broken();
        }
        Response response = answer(request);
        log.add(new RequestLog.Entry(request.method(), request.path(), response.status()));
        return response;
    }

    private Response answer(Request request) throws IOException {
        List<String> segments = request.segments();
        String first = segments.isEmpty() ? "" : segments.getFirst();
        if (first.equals("sim")) {
            try {
                return admin.answer(request);
            } catch (ApiException e) {
                return e.response();
            }
        }
        Faults faults = org.state().faults();
        if (org.state().strikes(faults.http503Rate())) {
            return unavailable(faults);
        }
        String path = "/" + String.join("/", segments);
        if (path.length() > MAX_URI) {
            return new ApiException(414, "URI_TOO_LONG", "The URI exceeds 16,384 bytes").response();
        }
        Response response = open(request, path);
        boolean written = !request.method().equals("GET") && response.status() < 300;
        if (written && org.state().strikes(faults.http500AfterCommitRate())) {
            return new ApiException(
                            500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. Please include this ErrorId")
                    .response();
        }
        return response;
    }

    private static Response unavailable(Faults faults) {
        return faults.htmlErrorPage()
                ? Response.text(
                        503,
                        "text/html",
                        "<html><head><title>Service Unavailable</title></head><body>Service Unavailable</body></html>")
                : new ApiException(503, "SERVER_UNAVAILABLE", "Server unavailable").response();
    }

    private Response open(Request request, String path) throws IOException {
        return switch (path) {
            case "/services/oauth2/token" -> spent() ? overdrawn() : oauth.token(request);
            case "/services/oauth2/revoke" -> oauth.revoke(request);
            case "/services/data" -> router.versions();
            default -> path.startsWith("/services/Soap/u/") ? soap.login(request) : authenticated(request, path);
        };
    }

    private Response authenticated(Request request, String path) throws IOException {
        Optional<Session> session = token(request).flatMap(sessions::use);
        if (session.isEmpty()) {
            return new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid").response();
        }
        if (path.equals("/services/oauth2/userinfo") || path.startsWith("/id/")) {
            return oauth.identity(session.get());
        }
        if (!path.startsWith("/services/data/")) {
            return ApiException.notFound().response();
        }
        if (spent()) {
            return overdrawn();
        }
        if (!usage.begin()) {
            return new ApiException(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.")
                    .response();
        }
        try {
            usage.count();
            return router.answer(request, session.get()).with("Sforce-Limit-Info", usage.header());
        } finally {
            usage.end();
        }
    }

    private boolean spent() {
        return usage.spent();
    }

    private static Response overdrawn() {
        return new ApiException(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.").response();
    }

    private static Optional<String> token(Request request) {
        return request.header("Authorization")
                .filter(value -> value.startsWith("Bearer ") || value.startsWith("OAuth "))
                .map(value -> value.substring(value.indexOf(' ') + 1).strip());
    }
}
