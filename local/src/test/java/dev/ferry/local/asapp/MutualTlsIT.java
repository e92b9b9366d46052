package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.ferry.local.asapp.events.Delivery;
import dev.ferry.local.asapp.events.Delivery.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events are pushed to a server that wants to see the client's certificate.
@NullUnmarked
class MutualTlsIT extends RunningTenant {
    private final BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    private TestCertificates certificates;
    private HttpsServer server;

    @BeforeEach
    void makeCertificatesAndAnEvent() throws IOException {
        certificates = TestCertificates.in(Files.createDirectories(directory.resolve("certificates")));
        new ExportForTests(export()).file("events/journey.jsonl", """
                {"name":"com.asapp.event.journey","event_id":"e1","event_type":"ASSIGNED",\
                "meta_data":{"create_time":"2026-03-05T12:01:00.000Z","issue_id":"1"},"data":{}}
                """);
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aPushShowsTheCertificateOfTheKeyStore() throws Exception {
        serve("TLSv1.3", "TLSv1.2");
        push(withKeyStore());
        assertThat(pushed.poll(10, TimeUnit.SECONDS)).isEqualTo("TLSv1.3 " + TestCertificates.CLIENT);
        assertThat(delivery().outcome()).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void aServerThatSpeaksNothingNewerThanTls12GetsNothing() throws Exception {
        serve("TLSv1.2");
        push(withKeyStore());
        assertThat(delivery().outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(pushed).isEmpty();
    }

    @Test
    void withoutAKeyStoreTheServerRefuses() throws Exception {
        serve("TLSv1.3");
        push(Map.of());
        assertThat(delivery().outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(pushed).isEmpty();
    }

    @Test
    void aKeyStoreThatThePasswordDoesNotOpenIsRefusedByName() throws Exception {
        serve("TLSv1.3");
        Files.writeString(certificates.passwordFile(), "another");
        Map<String, String> knobs = withKeyStore();
        assertThatThrownBy(() -> start(knobs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pushKeyStore " + certificates.client())
                .hasMessageNotContaining("another");
    }

    private void serve(String... protocols) throws IOException, GeneralSecurityException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server()) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                wanted.setProtocols(protocols);
                connection.setSSLParameters(wanted);
            }
        });
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var session = ((HttpsExchange) exchange).getSSLSession();
            exchange.getRequestBody().readAllBytes();
            pushed.add(session.getProtocol() + ' ' + session.getPeerPrincipal().getName());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private Map<String, String> withKeyStore() {
        return Map.of(
                "pushKeyStore", path(certificates.client()), "pushKeyStorePassword", path(certificates.passwordFile()));
    }

    private static String path(Path file) {
        return file.toString();
    }

    private void push(Map<String, String> more) {
        Map<String, String> knobs = new HashMap<>(Map.of(
                "journey.url",
                "https://localhost:" + server.getAddress().getPort() + "/events",
                "journey.retries",
                "1"));
        knobs.putAll(more);
        start(knobs);
        time("{\"now\":\"2026-03-05T12:01:00Z\"}");
    }

    private Delivery delivery() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (simulator.deliveries().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return simulator.deliveries().getFirst();
    }
}
