package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchLayoutTest {
    private static final String AT = "/version=1/format=jsonl/dt=2026-07-05/hr=14/mi=00/";

    @Test
    void readsOnlyFinishedPartitions() {
        BatchScan scan = scan(
                "utterances" + AT + "utterances.jsonl",
                "utterances" + AT + "_SUCCESS",
                "transfers" + AT + "transfers.jsonl");
        assertThat(scan.units()).extracting(WorkUnit::fileName).containsExactly("utterances.jsonl");
        assertThat(scan.unfinished()).extracting(PartitionPath::feed).containsExactly("transfers");
    }

    @Test
    void takesSuffixesInAnyOrder() {
        BatchScan scan = scan(
                "utterances" + AT + "utterances.jsonl.gz.02",
                "utterances" + AT + "utterances.jsonl.01.gz",
                "utterances" + AT + "_SUCCESS");
        assertThat(scan.units()).extracting(WorkUnit::split).containsExactly(1, 2);
        assertThat(scan.units()).allMatch(WorkUnit::gzip);
    }

    @Test
    void refusesEncryptedFilesByName() {
        BatchScan scan = scan("utterances" + AT + "utterances.jsonl.gz.enc", "utterances" + AT + "_SUCCESS");
        assertThat(scan.units()).isEmpty();
        assertThat(scan.refused()).containsKey("utterances" + AT + "utterances.jsonl.gz.enc");
    }

    /// Their fragments would have the same keys, and one file's rows would take the place of the other's.
    @Test
    void refusesAFileThatHasFeedPartitionAndNameOfAnother() {
        BatchScan scan = scan(
                "new/utterances" + AT + "utterances.jsonl",
                "new/utterances" + AT + "_SUCCESS",
                "old/utterances" + AT + "utterances.jsonl",
                "old/utterances" + AT + "utterances.jsonl.01",
                "old/utterances" + AT + "_SUCCESS");
        assertThat(scan.units())
                .extracting(WorkUnit::key)
                .containsExactly(
                        "new/utterances" + AT + "utterances.jsonl", "old/utterances" + AT + "utterances.jsonl.01");
        assertThat(scan.refused()).containsOnlyKeys("old/utterances" + AT + "utterances.jsonl");
        assertThat(scan.refused().values()).allMatch(reason -> reason.contains("new/utterances" + AT));
    }

    @Test
    void refusesAFileOfAnotherFormatThatHasTheNameOfOne() {
        String other = AT.replace("format=jsonl", "format=json");
        BatchScan scan = scan(
                "utterances" + AT + "utterances.jsonl",
                "utterances" + AT + "_SUCCESS",
                "utterances" + other + "utterances.jsonl",
                "utterances" + other + "_SUCCESS");
        assertThat(scan.units()).hasSize(1);
        assertThat(scan.refused()).hasSize(1);
    }

    @Test
    void isNotFinishedByTheMarkerOfAnotherFolder() {
        BatchScan scan = scan(
                "new/utterances" + AT + "_SUCCESS",
                "new/utterances" + AT + "utterances.jsonl",
                "old/utterances" + AT + "utterances.jsonl.01");
        assertThat(scan.units()).isEmpty();
        assertThat(scan.unfinished()).hasSize(1);
    }

    @Test
    void aFinishedPartitionWithoutDataIsEmptyAndNoError() {
        assertThat(scan("transfers" + AT + "_SUCCESS").empty()).hasSize(1);
    }

    @Test
    void listsUnknownFeedsAndSkipsReportData() {
        BatchScan scan =
                scan("brand_new" + AT + "brand_new.jsonl", "rep_activity" + AT + "rep_activity.jsonl", "docs.yaml");
        assertThat(scan.unknownFeeds()).containsOnlyKeys("brand_new");
        assertThat(scan.skippedFeeds()).containsOnlyKeys("rep_activity");
        assertThat(scan.strayKeys()).containsExactly("docs.yaml");
    }

    private static BatchScan scan(String... keys) {
        return new BatchLayout(new ListedKeys(List.of(keys)), FeedCatalogue.standard()).scan("");
    }

    private record ListedKeys(List<String> keys) implements SourceStore {
        @Override
        public Stream<SourceObject> list(String prefix) {
            return keys.stream().map(key -> new SourceObject(key, key.endsWith("_SUCCESS") ? 0 : 10, "e"));
        }

        @Override
        public InputStream open(String key) {
            return InputStream.nullInputStream();
        }
    }
}
