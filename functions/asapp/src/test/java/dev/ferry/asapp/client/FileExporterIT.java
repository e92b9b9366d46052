package dev.ferry.asapp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.asapp.client.export.FeedDate;
import dev.ferry.asapp.client.export.FeedFile;
import dev.ferry.asapp.client.export.FeedFormat;
import dev.ferry.asapp.client.export.FeedInterval;
import dev.ferry.asapp.client.export.FeedName;
import dev.ferry.asapp.client.export.FeedVersion;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileExporterIT {
    private static final FeedDate DATE = new FeedDate(
            new FeedFormat(new FeedVersion(new FeedName("utterances"), "version=1"), "format=jsonl"), "dt=2026-03-02");
    private static final FeedFile FILE =
            new FeedFile(DATE, new FeedInterval(DATE, "hr=01/mi=00"), "utterances.jsonl.gz");

    private final ClientUnderTest tested = new ClientUnderTest();

    @AfterEach
    void close() {
        tested.close();
    }

    @ParameterizedTest
    @CsvSource({"version=1, format=jsonl, dt=2026-03-02, hr=01/mi=00", "1, jsonl, 2026-03-02, hr=01"})
    void coordinatesGoBackAsTheyCame(String version, String format, String date, String interval) {
        var exporter = tested.client().fileExporter();
        tested.server()
                .answers(200, "{\"feeds\":[\"utterances\"]}")
                .answers(200, "{\"feed\":\"utterances\",\"versions\":[\"%s\"]}".formatted(version))
                .answers(200, "{\"formats\":[\"%s\"]}".formatted(format))
                .answers(200, "{\"dates\":[\"%s\"]}".formatted(date))
                .answers(200, "{\"intervals\":[\"%s\"]}".formatted(interval))
                .answers(200, "{\"files\":[\"u.jsonl.gz\"]}")
                .answers(200, "{\"url\":\"https://exports.example.net/u?X-Amz-Signature=s\"}");
        FeedName feed = exporter.feeds().getFirst();
        FeedDate found = exporter.dates(
                        exporter.formats(exporter.versions(feed).getFirst()).getFirst())
                .getFirst();
        FeedFile file = exporter.files(exporter.intervals(found).getFirst()).getFirst();
        assertThat(exporter.url(file).address()).hasHost("exports.example.net");
        assertThat(exporter.toString()).doesNotContain("Signature");
        assertThat(found.day()).contains(LocalDate.parse("2026-03-02"));
        String spelled = "\"version\":\"%s\",\"format\":\"%s\",\"date\":\"%s\"".formatted(version, format, date);
        assertThat(tested.server().lines().get(0)).isEqualTo("POST /fileexporter/v1/static/listfeeds {}");
        assertThat(tested.server().lines().get(4))
                .isEqualTo("POST /fileexporter/v1/static/listfeedintervals {\"feed\":\"utterances\"," + spelled + "}");
        assertThat(tested.server().lines().get(6))
                .isEqualTo("POST /fileexporter/v1/static/getfeedfile {\"feed\":\"utterances\"," + spelled
                        + ",\"interval\":\"%s\",\"fileName\":\"u.jsonl.gz\"}".formatted(interval));
    }

    @Test
    void filesOfADateAreListedWithoutAnInterval() {
        tested.server().answers(200, "{\"files\":[\"a\"]}");
        assertThat(tested.client().fileExporter().files(DATE)).containsExactly(new FeedFile(DATE, null, "a"));
        assertThat(tested.server().lines().getFirst()).doesNotContain("interval");
    }

    @Test
    void datesComeInOrder() {
        tested.server().answers(200, "{\"dates\":[\"dt=2026-03-02\",\"dt=2026-02-28\",\"dt=2026-03-01\"]}");
        assertThat(tested.client().fileExporter().dates(DATE.format()))
                .extracting(FeedDate::value)
                .containsExactly("dt=2026-02-28", "dt=2026-03-01", "dt=2026-03-02");
    }

    @Test
    void downloadsCarryNoKeyAndTakeNoTurn() throws IOException {
        tested.server().answers(200, url("/first")).answers(200, "content");
        try (var bytes = tested.client().downloads().open(FILE)) {
            assertThat(bytes).hasContent("content");
        }
        var download = tested.server().requests().getLast();
        assertThat(download.line()).isEqualTo("GET /first");
        assertThat(download.header("asapp-api-id")).isEmpty();
        assertThat(download.header("asapp-api-secret")).isEmpty();
        assertThat(tested.budget().events()).containsExactly("WORK", "accepted");
    }

    @Test
    void expiredAddressIsReplacedAndNeverTriedAgain() throws IOException {
        tested.server()
                .answers(200, url("/first"))
                .answers(403, "<Error>expired</Error>")
                .answers(200, url("/second"))
                .answers(200, "content");
        try (var bytes = tested.client().downloads().open(FILE)) {
            assertThat(bytes).hasContent("content");
        }
        assertThat(tested.server().lines())
                .filteredOn(line -> line.startsWith("GET"))
                .containsExactly("GET /first", "GET /second");
    }

    @Test
    void freshAddressesThatAreRefusedAreGivenUp() {
        for (int address = 0; address < 3; address++) {
            tested.server().answers(200, url("/again")).answers(403, "");
        }
        assertThatThrownBy(() -> tested.client().downloads().open(FILE))
                .isInstanceOfSatisfying(
                        AsappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageContaining("utterances.jsonl.gz")
                .hasMessageNotContaining("again");
    }

    @Test
    void addressOnAnUntrustedHostIsNoAnswer() {
        tested.server().answers(200, "{\"url\":\"http://exports.example.net/u\"}");
        assertThatThrownBy(() -> tested.client().downloads().open(FILE)).hasMessageContaining("MALFORMED_ANSWER");
    }

    private String url(String path) {
        return "{\"url\":\"%s%s\"}".formatted(tested.server().uri(), path);
    }
}
