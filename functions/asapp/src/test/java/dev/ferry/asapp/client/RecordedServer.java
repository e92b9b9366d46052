package dev.ferry.asapp.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on the loopback that keeps each request and answers from a script, in order.
final class RecordedServer implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();

    /// One request as it arrived; the path holds the query, nothing decoded.
    record Recorded(String method, String path, Headers headers, String body) {
        String line() {
            return body.isEmpty() ? method + " " + path : method + " " + path + " " + body;
        }

        String header(String name) {
            var value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private record Answer(int status, String body) {}

    private RecordedServer(HttpServer server) {
        this.server = server;
    }

    static RecordedServer start() {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var recorded = new RecordedServer(http);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", recorded::handle);
            http.start();
            return recorded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next answer.
    RecordedServer answers(int status, String body) {
        script.add(new Answer(status, body));
        return this;
    }

    /// The next answer: an error as ASAPP writes it, which quotes what it should not.
    RecordedServer refuses(int status) {
        return answers(status, """
                {"error":{"requestId":"8e033668-9f1a","code":"%d-01","message":"customer Okafor said secret"}}""".formatted(status));
    }

    /// The next request gets no answer: the connection ends.
    RecordedServer hangsUp() {
        return answers(0, "");
    }

    List<Recorded> requests() {
        return List.copyOf(requests);
    }

    List<String> lines() {
        return requests.stream().map(Recorded::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Recorded(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = next();
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Answer next() {
        return script.isEmpty() ? new Answer(599, "the script is over") : script.remove();
    }
}
