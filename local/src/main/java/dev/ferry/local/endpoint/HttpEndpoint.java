package dev.ferry.local.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// An HTTP server on one loopback port that hands every request to one service and sends what it answers.
///
/// *Threading*: each request runs on a virtual thread of its own, so the service must be safe for concurrent use.
public final class HttpEndpoint implements AutoCloseable {
    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What answers requests.
    @FunctionalInterface
    public interface Service {
        /// The answer. *Errors*: an `IOException` breaks the connection.
        Response answer(Request request) throws IOException;
    }

    private HttpEndpoint(HttpServer server) {
        this.server = server;
    }

    /// Takes the port; requests wait until [#start].
    ///
    /// *Errors*: [PortTakenException] when the port is in use.
    public static HttpEndpoint bind(LoopbackPort port) {
        return new HttpEndpoint(port.listen());
    }

    /// The port that it has.
    public int port() {
        return server.getAddress().getPort();
    }

    /// Begins to answer.
    public void start(Service service) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> exchange(exchange, service));
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void exchange(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            Request request = Request.of(
                    exchange.getRequestMethod(), exchange.getRequestURI(), headers, exchange.getRequestBody());
            Response response = service.answer(request);
            if (response.status() > 0) {
                exchange.getRequestBody().readAllBytes();
                send(exchange, request, response);
            }
        }
    }

    private static void send(HttpExchange exchange, Request request, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = request.method().equals("HEAD") || response.status() == 304 || response.status() == 204;
        switch (response.body()) {
            case Response.Bytes(byte[] bytes) ->
                write(exchange, response, none || bytes.length == 0 ? NO_BODY : bytes.length);
            case Response.Sized sized ->
                write(exchange, response, none || sized.length() == 0 ? NO_BODY : sized.length());
            default -> stream(exchange, request, response);
        }
    }

    private static void write(HttpExchange exchange, Response response, long length) throws IOException {
        exchange.sendResponseHeaders(response.status(), length);
        if (length != NO_BODY) {
            response.body().write(exchange.getResponseBody());
        }
    }

    private static void stream(HttpExchange exchange, Request request, Response response) throws IOException {
        boolean gzip = request.header("Accept-Encoding").orElse("").contains("gzip");
        if (gzip) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(response.status(), CHUNKED);
        try (OutputStream out =
                gzip ? new GZIPOutputStream(exchange.getResponseBody(), 1 << 16) : exchange.getResponseBody()) {
            response.body().write(out);
        }
    }
}
