package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.core.scope.ScopeResults;
import dev.ferry.core.scope.ScopeResults.Count;
import dev.ferry.core.scope.ValueType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void countsTheSampleExportAndMovesNothing(@TempDir Path work) throws IOException {
        DemoRun run = new DemoRun(work);
        ScopeResults scope = scope(run, work, "--conversations", "12");

        assertThat(count(scope, "conversations of Messaging")).isEqualTo(12);
        assertThat(scope.api()).as("the sample has no API").isNull();
        assertThat(scope.cost().dollars()).isPositive();
        assertThat(work.resolve("scope/scope.html"))
                .content(StandardCharsets.UTF_8)
                .contains("What would move", scope.company());
        assertThat(Files.readAllLines(work.resolve("scope/feeds.csv")))
                .hasSize(scope.feeds().size() + 1);
        assertThat(run.requests()).as("what the org was asked").isEmpty();
    }

    @Test
    void countsARealExportAsANaiveReaderDoes(@TempDir Path work) throws IOException {
        Path export = Path.of(System.getProperty("ferry.root"), "..", "shared", "data", "asapp-small");
        assumeThat(export).isDirectory();
        ScopeResults scope = scope(new DemoRun(work), work, "--export", export.toString());

        assertCounts(
                scope,
                "conversations of Messaging",
                "convos_metadata",
                distinct(export, "convos_metadata", "issue_id"));
        assertCounts(scope, "messages of Messaging", "utterances", distinct(export, "utterances", "event_uuid"));
        assertCounts(scope, "agents", "reps", distinct(export, "reps", "rep_id"));
        assertThat(scope.gaps())
                .as("partitions without _SUCCESS")
                .filteredOn(gap -> gap.what().contains("not marked"))
                .hasSize(2);
        assertThat(scope.fields())
                .filteredOn(field -> field.field().equals("Issue escalated"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.type()).isEqualTo(ValueType.BOOLEAN);
                    assertThat(field.values()).containsOnlyKeys("Yes", "No");
                });
        ScopeResults.Api api = Objects.requireNonNull(scope.api());
        assertThat(api.requests()).isPositive();
        assertThat(api.days()).isPositive();
    }

    private static ScopeResults scope(DemoRun run, Path work, String... options) throws IOException {
        int code = run.command("scope", options);
        assertThat(code).as(run.output()).isZero();
        return JSON.readValue(work.resolve("scope/scope.json").toFile(), ScopeResults.class);
    }

    /// A naive reader also counts lines that cannot be read for another reason than their id.
    private static void assertCounts(ScopeResults scope, String object, String feed, long naive) {
        long rejected = scope.feeds().stream()
                .filter(one -> one.feed().equals(feed))
                .mapToLong(ScopeResults.Feed::rejected)
                .sum();
        assertThat(count(scope, object)).as(object).isBetween(naive - rejected, naive);
    }

    private static long count(ScopeResults scope, String object) {
        return scope.objects().stream()
                .filter(one -> one.object().equals(object))
                .filter(Count::exact)
                .findFirst()
                .orElseThrow()
                .count();
    }

    /// Finished partitions only; lines that are no objects and objects without the column do not count.
    private static long distinct(Path export, String feed, String column) throws IOException {
        Set<String> values = new HashSet<>();
        try (Stream<Path> files = Files.walk(export.resolve("batch"))) {
            List<Path> data = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/" + feed + "/version="))
                    .filter(file -> file.getFileName().toString().contains(".json"))
                    .filter(file -> Files.exists(file.resolveSibling("_SUCCESS")))
                    .toList();
            data.forEach(file -> values.addAll(values(file, column)));
        }
        return values.size();
    }

    private static Set<String> values(Path file, String column) {
        Set<String> values = new HashSet<>();
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                        StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                values.addAll(value(line, column));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static Set<String> value(String line, String column) {
        try {
            JsonNode value = JSON.readTree(line).path(column);
            return value.isValueNode() && value.asText().matches("[0-9a-f-]+") ? Set.of(value.asText()) : Set.of();
        } catch (IOException poison) {
            return Set.of();
        }
    }
}
