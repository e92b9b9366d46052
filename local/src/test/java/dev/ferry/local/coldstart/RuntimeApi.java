package dev.ferry.local.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Lambda's Runtime API for one event: it hands it out, takes the answer, and notes when.
///
/// *Source*: Lambda developer guide, runtime API; the answer to `next` needs a `Content-Type`, without which the
/// client's native part breaks.
///
/// *Threading*: safe for concurrent use.
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final long DEADLINE_MILLIS = 60_000;

    private final HttpServer server;
    private final String event;
    private final CompletableFuture<Long> restored = new CompletableFuture<>();
    private final CompletableFuture<Long> asked = new CompletableFuture<>();
    private final CompletableFuture<Answer> answered = new CompletableFuture<>();

    /// What the function said.
    ///
    /// @param nanos when, by the clock of [System#nanoTime]
    record Answer(String body, boolean failed, long nanos) {}

    private RuntimeApi(HttpServer server, String event) {
        this.server = server;
        this.event = event;
    }

    static RuntimeApi start(String event) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        RuntimeApi api = new RuntimeApi(server, event);
        server.createContext(ROOT, api::handle);
        server.start();
        return api;
    }

    /// Host and port, as `AWS_LAMBDA_RUNTIME_API` takes them.
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// When the environment was told that it is restored.
    CompletableFuture<Long> restored() {
        return restored;
    }

    /// When the runtime asked for its first event, its initialisation being over.
    CompletableFuture<Long> asked() {
        return asked;
    }

    /// The answer to the event.
    CompletableFuture<Answer> answered() {
        return answered;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        if (path.equals("restore/next")) {
            restored.complete(System.nanoTime());
            respond(exchange, OK, "{}");
        } else if (path.equals("invocation/next")) {
            next(exchange);
        } else {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answered.complete(new Answer(body, path.endsWith("error"), System.nanoTime()));
            respond(exchange, ACCEPTED, "{\"status\":\"OK\"}");
        }
    }

    // A second question stays open: there is no second event.
    private void next(HttpExchange exchange) throws IOException {
        if (!asked.complete(System.nanoTime())) {
            return;
        }
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + DEADLINE_MILLIS));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:open-gate");
        exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
        respond(exchange, OK, event);
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
