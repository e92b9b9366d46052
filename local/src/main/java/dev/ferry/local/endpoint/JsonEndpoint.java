package dev.ferry.local.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// An HTTP server on one loopback port that hands every request to one function and sends back what it returns.
///
/// *Threading*: each request runs on a virtual thread of its own, so the function must be safe for concurrent use.
public final class JsonEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final LoopbackPort port;

    private JsonEndpoint(HttpServer server, ExecutorService threads, LoopbackPort port) {
        this.server = server;
        this.threads = threads;
        this.port = port;
    }

    /// Starts listening.
    ///
    /// *Errors*: [PortTakenException] when the port is in use.
    public static JsonEndpoint start(LoopbackPort port, Function<JsonRequest, JsonResponse> service) {
        var server = port.listen();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, service));
        server.start();
        return new JsonEndpoint(
                server, threads, port.boundTo(server.getAddress().getPort()));
    }

    /// The base URL.
    public URI endpoint() {
        return port.endpoint();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Function<JsonRequest, JsonResponse> service) throws IOException {
        try (exchange) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            var body = exchange.getRequestBody().readAllBytes();
            var response = service.apply(new JsonRequest(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), headers, body));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            // -1 is how this server spells "no body"; 0 would mean chunked.
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }
}
