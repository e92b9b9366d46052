package dev.ferry.local.asapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;

/// An endpoint that events are pushed to; it answers the n-th request with a status of the test's choice.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Pushed> pushed = new LinkedBlockingQueue<>();
    private int requests;

    record Pushed(String method, String contentType, String body) {}

    Receiver(IntUnaryOperator statusOfRequest) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, statusOfRequest));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /// The next so many requests, each within ten seconds.
    List<Pushed> take(int count) throws InterruptedException {
        List<Pushed> taken = new ArrayList<>();
        while (taken.size() < count) {
            Pushed next = pushed.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Only " + taken.size() + " of " + count + " events came");
            }
            taken.add(next);
        }
        return taken;
    }

    List<Pushed> rest() {
        return List.copyOf(pushed);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange, IntUnaryOperator statusOfRequest) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests++;
            pushed.add(new Pushed(
                    exchange.getRequestMethod(), exchange.getRequestHeaders().getFirst("Content-Type"), body));
            exchange.sendResponseHeaders(statusOfRequest.applyAsInt(requests), -1);
        }
    }
}
