package dev.ferry.local.stepfunctions.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The API on a loopback port, in the AWS JSON 1.0 protocol.
///
/// *Threading*: each request has a virtual thread of its own.
public final class HttpEndpoint implements AutoCloseable {

    private static final String TARGET = "AWSStepFunctions.";
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final StepFunctionsApi api;
    private final Supplier<String> requestIds;

    private HttpEndpoint(HttpServer server, StepFunctionsApi api, Supplier<String> requestIds) {
        this.server = server;
        this.api = api;
        this.requestIds = requestIds;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /// Listens on a loopback port, or on any free one when it is 0.
    ///
    /// *Errors*: [IOException] whose message names the port when somebody else has it.
    public static HttpEndpoint listen(int port, StepFunctionsApi api, Supplier<String> requestIds) throws IOException {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var endpoint = new HttpEndpoint(HttpServer.create(address, 0), api, requestIds);
            endpoint.server.start();
            return endpoint;
        } catch (BindException e) {
            throw new IOException(
                    "Step Functions cannot listen on port %d: it is in use. Stop the other process or choose another port"
                            .formatted(port),
                    e);
        }
    }

    /// Where it listens.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            try {
                var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
                var answer = api.call(operation(target), request(body));
                send(exchange, 200, answer);
            } catch (ServiceException e) {
                var error = Json.object()
                        .put("__type", "com.amazonaws.swf.service.v2.model#" + e.code())
                        .put("message", e.getMessage());
                exchange.getResponseHeaders().set("x-amzn-ErrorType", e.code());
                send(exchange, e.httpStatus(), error);
            }
        }
    }

    private static String operation(@org.jspecify.annotations.Nullable String target) {
        if (target == null || !target.startsWith(TARGET)) {
            throw new ServiceException(
                    "UnknownOperationException",
                    "The header X-Amz-Target must name an operation of AWSStepFunctions, but was " + target);
        }
        return target.substring(TARGET.length());
    }

    private static JsonNode request(byte[] body) {
        if (body.length > LARGEST_REQUEST) {
            throw new ServiceException("RequestEntityTooLargeException", "The request is too large", 413);
        }
        try {
            return body.length == 0 ? Json.object() : Json.parse(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ServiceException("SerializationException", "The request is not JSON");
        }
    }

    private void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        var body = Json.text(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestIds.get());
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
