package dev.ferry.local.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Collects the lines of an export by feed and hour, and writes the folders.
final class SamplePartitions {
    private static final int LINES_PER_SPLIT = 400;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(
                    "'dt='uuuu-MM-dd'/hr='HH'/mi=00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final SortedMap<String, List<String>> lines = new TreeMap<>();
    private final Set<String> unfinished = new HashSet<>();

    /// Adds a line to the hour of a feed.
    void add(String feed, Instant at, String line) {
        lines.computeIfAbsent(folder(feed, at), _ -> new ArrayList<>()).add(line);
    }

    /// Says that the hour of a feed was never completed.
    void leaveUnfinished(String feed, Instant at) {
        unfinished.add(folder(feed, at));
    }

    /// Adds an hour in which nothing happened.
    void addEmpty(String feed, Instant at) {
        lines.computeIfAbsent(folder(feed, at), _ -> new ArrayList<>());
    }

    /// Whether the hour of a feed was never completed.
    boolean isUnfinished(String feed, Instant at) {
        return unfinished.contains(folder(feed, at));
    }

    /// Writes all folders: large hours in several files, every second folder compressed.
    void write(Path batch) throws IOException {
        boolean gzip = false;
        for (var partition : lines.entrySet()) {
            Path folder = batch.resolve(partition.getKey());
            Files.createDirectories(folder);
            String feed = partition.getKey().substring(0, partition.getKey().indexOf('/'));
            List<String> all = partition.getValue();
            boolean split = all.size() > LINES_PER_SPLIT;
            for (int from = 0, number = 1; from < all.size(); from += LINES_PER_SPLIT, number++) {
                String name = feed + ".jsonl" + (split ? ".%02d".formatted(number) : "") + (gzip ? ".gz" : "");
                write(folder.resolve(name), all.subList(from, Math.min(all.size(), from + LINES_PER_SPLIT)), gzip);
            }
            if (!unfinished.contains(partition.getKey())) {
                Files.write(folder.resolve("_SUCCESS"), new byte[0]);
            }
            gzip = !gzip;
        }
    }

    private static void write(Path file, List<String> content, boolean gzip) throws IOException {
        byte[] bytes = (String.join("\n", content) + '\n').getBytes(StandardCharsets.UTF_8);
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
            out.write(bytes);
        }
    }

    private static String folder(String feed, Instant at) {
        return feed + "/version=1/format=jsonl/" + HOUR.format(at);
    }
}
