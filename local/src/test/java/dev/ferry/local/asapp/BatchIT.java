package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchIT extends RunningTenant {
    private static final String HOURLY = "utterances/version=1/format=jsonl/dt=2026-03-05/";
    private static final String DAILY = "reps/version=1/format=jsonl/dt=2026-03-04/hr=00/mi=00/";

    @BeforeEach
    void writeExport() {
        new ExportForTests(export())
                .file("batch/" + HOURLY + "hr=12/mi=00/utterances.jsonl.gz", "{\"a\":1}\n")
                .file("batch/" + HOURLY + "hr=12/mi=00/_SUCCESS", "")
                .file("batch/" + HOURLY + "hr=15/mi=00/utterances.jsonl", "{\"a\":2}\n")
                .file("batch/" + HOURLY + "hr=15/mi=00/_SUCCESS", "")
                .file("batch/" + HOURLY + "hr=16/mi=00/utterances.jsonl", "{\"a\":3}\n")
                .file("batch/" + DAILY + "reps.jsonl", "{}\n")
                .file("batch/" + DAILY + "_SUCCESS", "")
                .file("batch/export_docs.yaml", "schemas: []\n");
    }

    @Test
    void fillsTheBucketAsTimeGoesOnAndEmptiesItWhenTimeIsSetBack() {
        start(Map.of("clock", "2026-03-05T01:59:59Z"));
        assertThat(bucket()).containsExactly("export_docs.yaml");
        time("{\"now\":\"2026-03-05T02:00:00Z\"}");
        assertThat(bucket()).containsExactly("export_docs.yaml", DAILY + "_SUCCESS", DAILY + "reps.jsonl");
        time("{\"now\":\"2026-03-05T13:04:59Z\"}");
        assertThat(bucket()).hasSize(3);
        time("{\"now\":\"2026-03-05T13:05:00Z\"}");
        assertThat(bucket()).contains(HOURLY + "hr=12/mi=00/_SUCCESS", HOURLY + "hr=12/mi=00/utterances.jsonl.gz");
        time("{\"now\":\"2026-03-06T00:00:00Z\"}");
        assertThat(bucket())
                .contains(HOURLY + "hr=15/mi=00/_SUCCESS", HOURLY + "hr=16/mi=00/utterances.jsonl")
                .doesNotContain(HOURLY + "hr=16/mi=00/_SUCCESS");
        time("{\"now\":\"2026-03-05T02:00:00Z\"}");
        assertThat(bucket()).hasSize(3);
    }

    @Test
    void completesAPartitionLateSoThatNewerOnesAreCompleteBefore() {
        new ExportForTests(export())
                .file(
                        "truth/publication.jsonl",
                        "{\"feed\":\"utterances\",\"partition\":\"version=1/format=jsonl/dt=2026-03-05/hr=12/mi=00\","
                                + "\"dataPublishedAt\":\"2026-03-05T13:05:00Z\",\"successAt\":\"2026-03-06T15:05:00Z\"}\n");
        start(Map.of("clock", "2026-03-06T15:04:59Z"));
        assertThat(bucket())
                .contains(HOURLY + "hr=12/mi=00/utterances.jsonl.gz", HOURLY + "hr=15/mi=00/_SUCCESS")
                .doesNotContain(HOURLY + "hr=12/mi=00/_SUCCESS");
        time("{\"advance\":\"PT1S\"}");
        assertThat(bucket()).contains(HOURLY + "hr=12/mi=00/_SUCCESS");
        assertThat(modified(HOURLY + "hr=12/mi=00/_SUCCESS")).isEqualTo(Instant.parse("2026-03-06T15:05:00Z"));
    }

    @Test
    void delaysEverySuccessByAKnob() {
        start(Map.of("clock", "2026-03-05T13:34:59Z", "lateSuccessMinutes", "30"));
        assertThat(bucket())
                .contains(HOURLY + "hr=12/mi=00/utterances.jsonl.gz")
                .doesNotContain(HOURLY + "hr=12/mi=00/_SUCCESS");
        time("{\"advance\":\"PT1S\"}");
        assertThat(bucket()).contains(HOURLY + "hr=12/mi=00/_SUCCESS");
    }

    @Test
    void namesTheTimeOfTheExportWhenTheHourMeansThat() {
        start(Map.of("clock", "2026-03-07T00:00:00Z", "hourSemantics", "EXPORT_HOUR"));
        assertThat(bucket())
                .contains(
                        HOURLY + "hr=13/mi=05/_SUCCESS",
                        "reps/version=1/format=jsonl/dt=2026-03-04/hr=02/mi=00/reps.jsonl");
    }

    @Test
    void completesEmptyHoursAndFollowsTheRowRules() throws IOException {
        start(Map.of("clock", "2026-03-07T00:00:00Z"));
        knobs("{\"emptyPartitions\":true,\"duplicateRowRate\":1}");
        assertThat(bucket()).contains(HOURLY + "hr=13/mi=00/_SUCCESS", HOURLY + "hr=14/mi=00/_SUCCESS");
        Path file = simulator.batchDirectory().resolve(HOURLY + "hr=15/mi=00/utterances.jsonl");
        assertThat(Files.readString(file)).isEqualTo("{\"a\":2}\n{\"a\":2}\n");
        knobs("{\"disabledFeeds\":[\"utterances\"],\"duplicateRowRate\":0}");
        assertThat(bucket()).hasSize(3);
        assertThat(simulator.batchBucket()).isEqualTo("asapp-prod-acme-exports-us-east-1");
    }

    private List<String> bucket() {
        Path root = simulator.batchDirectory();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant modified(String key) {
        try {
            return Files.getLastModifiedTime(simulator.batchDirectory().resolve(key))
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
