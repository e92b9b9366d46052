package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileExporterIT extends RunningTenant {
    private static final String FEED = "\"feed\":\"utterances\",\"version\":\"version=1\",\"format\":\"format=jsonl\"";
    private static final String DAY = FEED + ",\"date\":\"dt=2026-03-02\"";

    @BeforeEach
    void writeExport() {
        ExportForTests.withUtterances(export())
                .file("fileexporter/attachments/version=1/format=jsonl/dt=2026-03-01/hr=00/mi=00/a.jsonl", "{}\n")
                .file("fileexporter/generativeagent/version=1/format=jsonl/dt=2026-03-01/hr=00/mi=00/g.jsonl", "{}\n");
    }

    @Test
    void walksFromTheFeedsToTheBytesOfAFile() throws Exception {
        start();
        assertThat(client.feeds("listfeeds", "").json().toString())
                .isEqualTo("{\"feeds\":[\"generativeagent\",\"utterances\"]}");
        assertThat(client.feeds("listfeedversions", "{\"feed\":\"utterances\"}").body())
                .isEqualTo("{\"feed\":\"utterances\",\"versions\":[\"version=1\"]}");
        assertThat(client.feeds("listfeedformats", "{\"feed\":\"utterances\",\"version\":\"version=1\"}")
                        .texts("formats"))
                .containsExactly("format=jsonl");
        assertThat(client.feeds("listfeeddates", "{" + FEED + "}").texts("dates"))
                .containsExactlyInAnyOrder("dt=2026-03-01", "dt=2026-03-02");
        assertThat(client.feeds("listfeedintervals", "{" + DAY + "}").texts("intervals"))
                .containsExactly("hr=08/mi=00", "hr=09/mi=00");
        assertThat(client.feeds("listfeedfiles", "{" + DAY + ",\"interval\":\"hr=09/mi=00\"}")
                        .body())
                .isEqualTo("{" + DAY + ",\"interval\":\"hr=09/mi=00\",\"files\":[\"utterances.jsonl.gz\"]}");
        String url = url("hr=09/mi=00", "utterances.jsonl.gz");
        assertThat(URI.create(url).getPort()).isNotEqualTo(simulator.endpoint().getPort());
        assertThat(text(url)).isEqualTo("{\"message_id\":\"M3\"}\n");
    }

    @Test
    void namesTheIntervalInFilesOfAWholeDay() throws Exception {
        start();
        assertThat(client.feeds("listfeedfiles", "{" + DAY + "}").texts("files"))
                .containsExactly("hr=08/mi=00/utterances.jsonl.gz", "hr=09/mi=00/utterances.jsonl.gz");
        String body = "{" + DAY + ",\"fileName\":\"hr=08/mi=00/utterances.jsonl.gz\"}";
        assertThat(text(client.feeds("getfeedfile", body).json().path("url").asText()))
                .isEqualTo("{\"message_id\":\"M2\"}\n");
        knobs("{\"foldedFileNames\":\"BARE\"}");
        assertThat(client.feeds("listfeedfiles", "{" + DAY + "}").texts("files"))
                .containsExactly("utterances.jsonl.gz");
    }

    @Test
    void spellsBareAndUnderstandsBoth() {
        start(Map.of("coordinateStyle", "BARE"));
        assertThat(client.feeds("listfeeddates", "{\"feed\":\"utterances\",\"version\":\"1\",\"format\":\"jsonl\"}")
                        .texts("dates"))
                .containsExactlyInAnyOrder("2026-03-01", "2026-03-02");
        assertThat(client.feeds("listfeedintervals", "{" + DAY + "}")
                        .json()
                        .path("date")
                        .asText())
                .isEqualTo("dt=2026-03-02");
    }

    @Test
    void refusesWithTheStatusesOfTheReference() {
        start();
        assertThat(client.feeds("listfeedversions", "{\"feed\":\"nope\"}").code())
                .isEqualTo("404-01");
        assertThat(client.feeds("listfeedversions", "{}").code()).isEqualTo("400-01");
        assertThat(client.feeds("listfeedversions", "{\"feed\":7}").code()).isEqualTo("422-01");
        assertThat(client.feeds("listfeedversions", "not json").code()).isEqualTo("400-01");
        assertThat(client.feeds("listfeeds", "not json").code()).isEqualTo("422-01");
        assertThat(client.feeds("listfeeddates", "{" + DAY + "}").status()).isEqualTo(200);
        assertThat(client.feeds("listfeedfiles", "{" + FEED + ",\"date\":\"dt=2026-03-09\"}")
                        .code())
                .isEqualTo("404-01");
        assertThat(client.feeds("getfeedfile", "{" + DAY + "}").code()).isEqualTo("400-01");
        assertThat(client.feeds("nope", "{}").code()).isEqualTo("404-01");
        assertThat(client.get("/fileexporter/v1/static/listfeeds").code()).isEqualTo("404-01");
        var error = client.as("ferry-api-id", "wrong").feeds("listfeeds", "{}");
        assertThat(error.status()).isEqualTo(401);
        assertThat(error.json().at("/error/message").asText()).isEqualTo("Unauthorized");
        assertThat(error.json().at("/error/requestId").asText()).isNotEmpty();
    }

    @Test
    void refusesADisabledFeedAndDoesNotListIt() {
        start(Map.of("disabledFeeds", "[\"utterances\"]"));
        assertThat(client.feeds("listfeeds", "{}").texts("feeds")).containsExactly("generativeagent");
        assertThat(client.feeds("listfeedversions", "{\"feed\":\"utterances\"}").code())
                .isEqualTo("403-01");
    }

    @Test
    void showsExtensionFeedsOnlyWhenTheyAreOn() {
        start();
        assertThat(client.feeds("listfeedversions", "{\"feed\":\"attachments\"}")
                        .code())
                .isEqualTo("404-01");
        knobs("{\"extensions.attachments\":true}");
        assertThat(client.feeds("listfeeds", "{}").texts("feeds")).contains("attachments");
    }

    @Test
    void showsADayAfterTheRunOfTheNext() {
        start(Map.of("clock", "2026-03-03T01:59:59Z"));
        assertThat(client.feeds("listfeeddates", "{" + FEED + "}").texts("dates"))
                .containsExactly("dt=2026-03-01");
        assertThat(client.feeds("listfeedfiles", "{" + DAY + "}").code()).isEqualTo("404-01");
        time("{\"advance\":\"PT1S\"}");
        assertThat(client.feeds("listfeeddates", "{" + FEED + "}").texts("dates"))
                .containsExactlyInAnyOrder("dt=2026-03-01", "dt=2026-03-02");
    }

    @Test
    void purgesTextsAfter32Days() {
        start(Map.of("clock", "2026-04-02T02:00:00Z"));
        assertThat(client.feeds("listfeeddates", "{" + FEED + "}").texts("dates"))
                .contains("dt=2026-03-01");
        time("{\"advance\":\"P1D\"}");
        assertThat(client.feeds("listfeeddates", "{" + FEED + "}").texts("dates"))
                .containsExactly("dt=2026-03-02");
        assertThat(client.feeds("listfeeddates", "{" + FEED.replace("utterances", "generativeagent") + "}")
                        .texts("dates"))
                .containsExactly("dt=2026-03-01");
    }

    @Test
    void letsAUrlExpireAndOpensNothingElseWithIt() {
        start();
        String url = url("hr=09/mi=00", "utterances.jsonl.gz");
        assertThat(client.fetch(url.replace("hr%3D09", "hr%3D08")).body()).contains("SignatureDoesNotMatch");
        assertThat(client.send(HttpRequest.newBuilder(URI.create(url)).HEAD()).status())
                .isEqualTo(403);
        time("{\"advance\":\"PT14M59S\"}");
        assertThat(client.fetch(url).status()).isEqualTo(200);
        time("{\"advance\":\"PT1S\"}");
        assertThat(client.fetch(url).status()).isEqualTo(403);
        assertThat(client.fetch(url).body()).contains("Request has expired");
    }

    @Test
    void servesAPartOfAFile() {
        start();
        String body = "{" + FEED + ",\"date\":\"dt=2026-03-01\",\"fileName\":\"hr=08/mi=00/utterances.jsonl\"}";
        String url = client.feeds("getfeedfile", body).json().path("url").asText();
        var part = client.fetch(url, "Range", "bytes=2-11");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("message_id");
        assertThat(part.raw().headers().firstValue("Content-Range")).hasValue("bytes 2-11/20");
        assertThat(client.fetch(url, "Range", "bytes=20-").status()).isEqualTo(416);
    }

    private String url(String interval, String file) {
        String body = "{%s,\"interval\":\"%s\",\"fileName\":\"%s\"}".formatted(DAY, interval, file);
        return client.feeds("getfeedfile", body).json().path("url").asText();
    }

    private static String text(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            byte[] bytes = http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
        }
    }
}
