package dev.ferry.cli.killed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a run has left in the target, without what the target makes up itself: ids stand as the keys of the records
/// they point to, moments since the test began and running numbers are gone.
///
/// @param records by object, sorted; a record that is there twice is here twice
record EndState(Map<String, List<String>> records) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHMM", "+0000")
            .toFormatter(Locale.ROOT);

    /// Reads the target's records of a work directory.
    ///
    /// @param began moments from then on are the target's own
    static EndState of(Path work, Instant began) {
        Map<String, List<JsonNode>> dump = dump(work.resolve("target"));
        Map<String, String> keys = new HashMap<>();
        dump.values()
                .forEach(rows -> rows.forEach(row -> keys.put(row.path("Id").asText(), key(row))));
        Map<String, List<String>> records = new TreeMap<>();
        dump.forEach((object, rows) -> records.put(
                object,
                rows.stream().map(row -> text(row, keys, began)).sorted().toList()));
        return new EndState(records);
    }

    private static Map<String, List<JsonNode>> dump(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toMap(file -> String.valueOf(file.getFileName()), EndState::rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> rows(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(EndState::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode row(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(JsonNode row) {
        String own = row.path("ASAPP_Id__c").asText("");
        return row.path("attributes").path("type").asText() + " "
                + (own.isEmpty() ? row.path("Title").asText("") : own);
    }

    private static String text(JsonNode row, Map<String, String> keys, Instant began) {
        return row.properties().stream()
                .filter(field -> !field.getKey().equals("attributes"))
                .map(field -> field.getKey() + "=" + text(field.getValue().asText(), keys, began))
                .collect(Collectors.joining("\n"));
    }

    private static String text(String value, Map<String, String> keys, Instant began) {
        String key = keys.get(value);
        if (key != null) {
            return key;
        }
        if (value.matches("\\d{8}|[A-Z]+-\\d{6}")) {
            return "(running number)";
        }
        if (value.startsWith("/services/data/")) {
            return "(address)";
        }
        return value.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+\\+0000")
                        && !MOMENT.parse(value, Instant::from).isBefore(began)
                ? "(moment of the run)"
                : value;
    }
}
