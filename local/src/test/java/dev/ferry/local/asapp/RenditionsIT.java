package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RenditionsIT extends RunningTenant {
    private static final String FEED = "\"feed\":\"generativeagent\",\"version\":\"1\",\"format\":\"jsonl\"";
    private static final String HOUR = FEED + ",\"date\":\"2026-03-02\",\"interval\":\"hr=09/mi=00\"";

    @BeforeEach
    void writeExport() {
        String day = "fileexporter/generativeagent/version=1/format=jsonl/dt=2026-03-02/";
        new ExportForTests(export())
                .file(day + "hr=06/mi=00/generativeagent.jsonl", rows("early", 100))
                .file(day + "hr=09/mi=00/generativeagent.jsonl", rows("late", 100) + "{\"torn\n");
    }

    @Test
    void repeatsRowsInTheirFileAndAlikeWheneverAsked() throws Exception {
        start(Map.of("duplicateRowRate", "0.2"));
        List<String> lines = lines("generativeagent.jsonl");
        assertThat(lines).hasSizeBetween(105, 140).containsAll(List.of("{\"id\":\"late1\"}", "{\"torn"));
        assertThat(lines.stream().distinct()).hasSize(101);
        stop();
        start(Map.of("duplicateRowRate", "0.2"));
        assertThat(lines("generativeagent.jsonl")).isEqualTo(lines);
    }

    @Test
    void repeatsRowsOfThePartitionBefore() throws Exception {
        start(Map.of("restateRate", "0.3"));
        List<String> lines = lines("generativeagent.jsonl");
        assertThat(lines.subList(0, 101)).noneMatch(line -> line.contains("early"));
        assertThat(lines.subList(101, lines.size())).hasSizeBetween(10, 60).allMatch(line -> line.contains("early"));
    }

    @Test
    void splitsAndCompresses() throws Exception {
        start(Map.of("splitFileBytes", "600", "gzip", "ALWAYS"));
        assertThat(files())
                .containsExactly(
                        "generativeagent.jsonl.01.gz", "generativeagent.jsonl.02.gz", "generativeagent.jsonl.03.gz");
        assertThat(lines("generativeagent.jsonl.01.gz")).hasSizeLessThan(60).contains("{\"id\":\"late1\"}");
        knobs("{\"splitFileBytes\":100000,\"gzip\":\"NEVER\"}");
        assertThat(files()).containsExactly("generativeagent.jsonl");
        assertThat(lines("generativeagent.jsonl")).hasSize(101);
    }

    @Test
    void cutsFilesOffAndEncryptsThem() throws Exception {
        start(Map.of("cutFileRate", "1"));
        assertThat(lines("generativeagent.jsonl")).hasSizeBetween(45, 55).startsWith("{\"id\":\"late1\"}");
        knobs("{\"gzip\":\"ALWAYS\"}");
        assertThatThrownBy(() -> lines("generativeagent.jsonl.gz")).isInstanceOf(EOFException.class);
        knobs("{\"cutFileRate\":0,\"encryptedFileRate\":1}");
        assertThat(files()).containsExactly("generativeagent.jsonl.gz.enc");
        assertThat(lines("generativeagent.jsonl.gz.enc")).noneMatch(line -> line.contains("late"));
    }

    @Test
    void addsAColumnFromADateOnAndLeavesPoisonAlone() throws Exception {
        start(Map.of("schemaDrift", "2026-03-03"));
        assertThat(lines("generativeagent.jsonl")).contains("{\"id\":\"late1\"}");
        knobs("{\"schemaDrift\":\"2026-03-02\"}");
        assertThat(lines("generativeagent.jsonl"))
                .contains("{\"id\":\"late1\",\"sim_schema_drift\":\"added\"}", "{\"torn");
    }

    @Test
    void showsTheHoursBetweenAsEmpty() {
        start(Map.of("emptyPartitions", "true"));
        String day = FEED + ",\"date\":\"2026-03-02\"";
        assertThat(client.feeds("listfeedintervals", "{" + day + "}").texts("intervals"))
                .containsExactly("hr=06/mi=00", "hr=07/mi=00", "hr=08/mi=00", "hr=09/mi=00");
        assertThat(client.feeds("listfeedfiles", "{" + day + ",\"interval\":\"hr=07/mi=00\"}")
                        .texts("files"))
                .isEmpty();
    }

    private static String rows(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"id\":\"" + name + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private List<String> files() {
        return client.feeds("listfeedfiles", "{" + HOUR + "}").texts("files");
    }

    private List<String> lines(String file) throws IOException, InterruptedException {
        String url = client.feeds("getfeedfile", "{" + HOUR + ",\"fileName\":\"" + file + "\"}")
                .json()
                .path("url")
                .asText();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var body = http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            byte[] bytes = (file.endsWith(".gz") ? new GZIPInputStream(body) : body).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
