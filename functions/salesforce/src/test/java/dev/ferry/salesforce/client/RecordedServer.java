package dev.ferry.salesforce.client;

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

/// A server on the loopback that keeps each request and answers from a script, in order. The token endpoint
/// answers by itself (tokens `T1`, `T2`, ...) unless the script says otherwise.
public final class RecordedServer implements AutoCloseable {
    private static final String TOKEN_PATH = "/services/oauth2/token";

    private final HttpServer server;
    private final Deque<Answer> script = new ArrayDeque<>();
    private final Deque<Answer> tokenScript = new ArrayDeque<>();
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private final List<Recorded> signIns = new CopyOnWriteArrayList<>();

    /// One request as it arrived; the path holds the query, nothing decoded.
    public record Recorded(String method, String path, Headers headers, String body) {
        /// Method and path.
        public String line() {
            return method + " " + path;
        }

        /// A header's value, or empty.
        public String header(String name) {
            var value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private record Answer(int status, String body, List<String> headers, int cutOffBytes) {}

    private RecordedServer(HttpServer server) {
        this.server = server;
    }

    /// A server on a free port.
    public static RecordedServer start() {
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

    /// Its address.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next answer of the API; headers as name, value, name, value.
    public RecordedServer answers(int status, String body, String... headers) {
        script.add(new Answer(status, body, List.of(headers), 0));
        return this;
    }

    /// The next answer is cut off: it promises so many bytes more than it sends.
    public RecordedServer cutsOff(int status, String body, int missingBytes) {
        script.add(new Answer(status, body, List.of(), missingBytes));
        return this;
    }

    /// The next request gets no answer: the connection ends.
    public RecordedServer hangsUp() {
        script.add(new Answer(0, "", List.of(), 0));
        return this;
    }

    /// The next answer of the token endpoint.
    public RecordedServer answersSignIn(int status, String body) {
        tokenScript.add(new Answer(status, body, List.of("Content-Type", "application/json"), 0));
        return this;
    }

    /// The requests to the API.
    public List<Recorded> requests() {
        return List.copyOf(requests);
    }

    /// The last request to the API.
    public Recorded last() {
        return requests.getLast();
    }

    /// Method and path of each request to the API.
    public List<String> lines() {
        return requests.stream().map(Recorded::line).toList();
    }

    /// The requests to the token endpoint.
    public List<Recorded> signIns() {
        return List.copyOf(signIns);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var recorded = new Recorded(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        reply(exchange, recorded.path().equals(TOKEN_PATH) ? signIn(recorded) : next(recorded));
    }

    private synchronized Answer signIn(Recorded recorded) {
        signIns.add(recorded);
        var token = "{\"access_token\":\"T" + signIns.size() + "\",\"instance_url\":\"" + uri()
                + "\",\"token_type\":\"Bearer\"}";
        return tokenScript.isEmpty() ? new Answer(200, token, List.of(), 0) : tokenScript.remove();
    }

    private synchronized Answer next(Recorded recorded) {
        requests.add(recorded);
        return script.isEmpty() ? new Answer(599, "the script is over", List.of(), 0) : script.remove();
    }

    private static void reply(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        for (var i = 0; i < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .add(answer.headers().get(i), answer.headers().get(i + 1));
        }
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length + answer.cutOffBytes());
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }
}
