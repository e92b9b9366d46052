package dev.ferry.local.salesforce.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ferry.local.salesforce.org.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// The HTTP server on a loopback port: sessions, allowances and faults around the resources.
///
/// *Threading*: one virtual thread per request.
public final class HttpFront implements AutoCloseable {
    private static final int MAX_URI = 16_384;

    private final Org org;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RequestLog log = new RequestLog();
    private final ApiUsage usage;
    private final Sessions sessions;
    private final ApiRouter router;
    private final OAuthResource oauth;
    private final SoapLoginResource soap;
    private final AdminResource admin;

    public HttpFront(Org org, int port) {
        this.org = org;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Opening port " + port, e);
        }
        usage = new ApiUsage(org.state());
        sessions = new Sessions(org.store(), org.state());
        router = new ApiRouter(org, usage);
        oauth = new OAuthResource(org, sessions, endpoint().toString());
        soap = new SoapLoginResource(org, sessions, endpoint().toString());
        admin = new AdminResource(org, log, sessions);
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
    }

    /// The address that clients use. *Shape*: `http://localhost:port`.
    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
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
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            Request request = Request.of(
                    exchange.getRequestMethod(), exchange.getRequestURI(), headers, exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            if (request.method().equals("PUT")
                    && !request.segments().getFirst().equals("sim")
                    && org.state().takeDroppedPut()) {
                // Half of the upload is read, then the connection breaks.
                exchange.getRequestBody().readNBytes(1_024);
                log.add(new RequestLog.Entry(request.method(), path, 0));
                return;
            }
            Response response = answer(request);
            log.add(new RequestLog.Entry(request.method(), path, response.status()));
            send(exchange, request, response);
        }
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

    private static void send(HttpExchange exchange, Request request, Response response) throws IOException {
        exchange.getRequestBody().readAllBytes();
        response.headers().forEach(exchange.getResponseHeaders()::set);
        if (response.body() instanceof Response.Bytes(byte[] bytes)) {
            boolean none = bytes.length == 0 || response.status() == 304 || response.status() == 204;
            exchange.sendResponseHeaders(response.status(), none ? -1 : bytes.length);
            if (!none) {
                exchange.getResponseBody().write(bytes);
            }
            return;
        }
        boolean gzip = request.header("Accept-Encoding").orElse("").contains("gzip");
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(response.status(), 0);
        try (OutputStream out =
                gzip ? new GZIPOutputStream(exchange.getResponseBody(), 1 << 16) : exchange.getResponseBody()) {
            response.body().write(out);
        }
    }
}
