package dev.ferry.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an export directory holds of the channels of its tenant.
///
/// *Shape*: `batch/`, `fileexporter/`, `api/`, `config/` and `events/`; all but the first may be missing.
///
/// @param root the export directory
public record ExportChannels(Path root) {
    private static final String DATE = "dt=";
    private static final int LEVELS_TO_A_DATE = 4;

    // ASAPP's daily run is at 02:00 UTC; half an hour later all of the last date can be seen.
    private static final LocalTime AFTER_THE_DAILY_RUN = LocalTime.of(2, 30);

    /// Whether there is anything that the APIs of the tenant would answer.
    public boolean hasApi() {
        return Stream.of("fileexporter", "api", "config").anyMatch(this::has);
    }

    /// Whether there are pushed events.
    public boolean hasEvents() {
        return has("events");
    }

    /// When the whole export could be seen at the tenant for the first time: in the night after its last date.
    /// Nothing for an export without dates.
    public Optional<Instant> seenWhole() {
        return Stream.of("batch", "fileexporter")
                .flatMap(channel -> lastDate(root.resolve(channel)).stream())
                .max(Comparator.naturalOrder())
                .map(last -> last.plusDays(1).atTime(AFTER_THE_DAILY_RUN).toInstant(ZoneOffset.UTC));
    }

    /// The settings with which a simulated tenant gives out all of the export.
    public Map<String, String> knobs() {
        Map<String, String> knobs = new TreeMap<>();
        seenWhole().ifPresent(moment -> knobs.put("clock", moment.toString()));
        if (has("fileexporter/attachments")) {
            knobs.put("extensions.attachments", "true");
        }
        return knobs;
    }

    private boolean has(String directory) {
        return Files.isDirectory(root.resolve(directory));
    }

    private static Optional<LocalDate> lastDate(Path channel) {
        if (!Files.isDirectory(channel)) {
            return Optional.empty();
        }
        try (Stream<Path> directories = Files.walk(channel, LEVELS_TO_A_DATE)) {
            return directories
                    .map(directory -> directory.getFileName().toString())
                    .filter(name -> name.matches("dt=\\d{4}-\\d\\d-\\d\\d"))
                    .map(name -> LocalDate.parse(name.substring(DATE.length())))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
