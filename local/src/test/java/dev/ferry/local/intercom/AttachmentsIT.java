package dev.ferry.local.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.endpoint.HttpEndpoint;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rule 12: attachments by content and by address, their number, sizes and signed URLs.
class AttachmentsIT extends RunningWorkspace {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static String file(String name, String type, String base64) {
        return "{\"content_type\":\"%s\",\"name\":\"%s\",\"data\":\"%s\"}".formatted(type, name, base64);
    }

    private static String with(String files) {
        return comment("See here").replace("}", ",\"attachment_files\":[" + files + "]}");
    }

    private IntercomApi.Answer reply(String body) {
        String id = conversation(
                contact("joe%d@acme.example".formatted(simulator.calls().size())));
        return api.post("/conversations/" + id + "/reply", body);
    }

    @Test
    void keepsFilesAndServesThemUnderSignedAddresses() throws Exception {
        start();
        var reply =
                reply(with(file("screen 1.png", "image/png", PIXEL) + "," + file("a.txt", "text/plain", "SGVsbG8=")));
        var attachments = reply.json().at("/conversation_parts/conversation_parts/0/attachments");
        assertThat(attachments).hasSize(2);
        assertThat(attachments.get(0).path("type").asText()).isEqualTo("upload");
        assertThat(attachments.get(0).path("filesize").asInt())
                .isEqualTo(Base64.getDecoder().decode(PIXEL).length);
        assertThat(attachments.get(0).path("width").asInt()).isEqualTo(1);
        assertThat(attachments.get(1).path("content_type").asText()).isEqualTo("text/plain");
        String address = attachments.get(1).path("url").asText();
        assertThat(address).contains("expires=").contains("signature=");
        assertThat(fetched(address).body()).isEqualTo("Hello");
        assertThat(fetched(address.replace("signature=", "signature=0")).statusCode())
                .isEqualTo(403);
        advance("PT30M1S");
        assertThat(fetched(address).statusCode()).isEqualTo(403);
        start();
        String id = reply.json().path("id").asText();
        String fresh =
                api.get("/conversations/" + id).text("/conversation_parts/conversation_parts/0/attachments/1/url");
        assertThat(fetched(fresh).body()).isEqualTo("Hello");
    }

    private static HttpResponse<String> fetched(String address) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void takesTenFilesAndNoMore() {
        start();
        assertThat(reply(with(files(10))).status()).isEqualTo(200);
        assertThat(reply(with(files(11))).error()).isEqualTo("400 parameter_invalid");
        assertThat(simulator.usage().done("POST /conversations/{id}/reply")).isEqualTo(1);
    }

    private static String files(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> file(i + ".txt", "text/plain", "SGVsbG8="))
                .collect(Collectors.joining(","));
    }

    @Test
    void refusesWhatIsTooLargeOrUnreadable() {
        start(Map.of("maxFileBytes", "10"));
        String eleven =
                Base64.getEncoder().encodeToString("12345678901".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(reply(with(file("a.txt", "text/plain", eleven))).status()).isEqualTo(413);
        assertThat(reply(with(file("a.txt", "text/plain", "###"))).error()).isEqualTo("400 parameter_invalid");
        assertThat(reply(with("{\"name\":\"a.txt\",\"content_type\":\"text/plain\"}"))
                        .error())
                .isEqualTo("400 parameter_not_found");
    }

    @Test
    void fetchesImagesFromThisMachineOnly() {
        start();
        try (HttpEndpoint host = HttpEndpoint.bind(new LoopbackPort("images", 0, "-"))) {
            byte[] pixel = Base64.getDecoder().decode(PIXEL);
            host.start(request -> request.path().endsWith(".png")
                    ? Response.bytes(200, "image/png", pixel)
                    : Response.text(200, "text/plain", "Hello"));
            String base = "http://127.0.0.1:" + host.port();
            var reply = reply(urls(base + "/screen.png"));
            var attachment = reply.json().at("/conversation_parts/conversation_parts/0/attachments/0");
            assertThat(attachment.path("name").asText()).isEqualTo("screen.png");
            assertThat(reply(urls(base + "/a.txt")).error()).isEqualTo("400 parameter_invalid");
            assertThat(reply(urls("https://example.com/a.png")).error()).isEqualTo("400 parameter_invalid");
            var first = api.ok("/conversations", """
                    {"from":{"type":"user","id":"%s"},"body":"Look","attachment_urls":["%s/screen.png"],
                     "attachment_files":[]}""".formatted(contact("ann@acme.example"), base));
            assertThat(api.get("/conversations/" + first.text("/conversation_id"))
                            .text("/source/attachments/0/name"))
                    .isEqualTo("screen.png");
        }
    }

    private static String urls(String url) {
        return comment("See here").replace("}", ",\"attachment_urls\":[\"" + url + "\"]}");
    }

    @Test
    void ignoresFilesOfAFirstMessageWhichAreNotDocumented() {
        start();
        var first = api.ok(
                "/conversations",
                "{\"from\":{\"type\":\"user\",\"id\":\"%s\"},\"body\":\"Look\",\"attachment_files\":[%s]}"
                        .formatted(contact("ann@acme.example"), file("a.txt", "text/plain", "SGVsbG8=")));
        assertThat(api.get("/conversations/" + first.text("/conversation_id"))
                        .json()
                        .at("/source/attachments"))
                .isEmpty();
    }
}
