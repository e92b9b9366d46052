package dev.ferry.handlers.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.PartitionPath;
import dev.ferry.asapp.configuration.StageConfiguration;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.report.DriftedColumn;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.run.EventsConfig;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What was found in the source, feed by feed.
final class Inventory {
    private static final String EVENTS = "events";
    private static final String CONFIGURATION = "config_";

    private Inventory() {}

    static List<FeedInventory> feeds(RunPorts run) {
        WorkJson json = new WorkJson(run.work());
        Map<String, Long> rows = rows(run);
        Map<String, Collection<DriftedColumn>> drifted = drifted(run);
        Stream<FeedInventory> files = Stream.of(
                        run.files().inventory(), run.files().channels())
                .flatMap(plan -> json.find(plan, JsonNode.class).stream())
                .flatMap(plan -> feeds(plan, rows, drifted).stream());
        return Stream.concat(files, configuration(run).stream()).toList();
    }

    /// What was read of the configuration: it comes in answers, not in files of partitions.
    private static List<FeedInventory> configuration(RunPorts run) {
        Map<String, Long> rows = new TreeMap<>();
        try (Stream<Tally> tallies = run.tallies().of(run.run().runId(), PagePorts.PHASE)) {
            tallies.filter(tally -> tally.unit().startsWith(CONFIGURATION))
                    .forEach(tally -> rows.merge(configured(tally.unit()), tally.count("received"), Long::sum));
        }
        return rows.entrySet().stream()
                .map(kind -> new FeedInventory(kind.getKey(), 0, 0, kind.getValue(), List.of(), List.of()))
                .toList();
    }

    private static String configured(String unit) {
        int end = unit.indexOf('/');
        String kind = unit.substring(CONFIGURATION.length(), end);
        boolean ofAgents = unit.startsWith(StageConfiguration.AGENT, end + 1);
        return kind + (ofAgents ? " of agents (configuration)" : " (configuration)");
    }

    private static List<FeedInventory> feeds(
            JsonNode plan, Map<String, Long> rows, Map<String, Collection<DriftedColumn>> drifted) {
        List<FeedInventory> feeds = new ArrayList<>();
        plan.path("feeds")
                .properties()
                .forEach(feed -> feeds.add(new FeedInventory(
                        title(feed.getKey()),
                        feed.getValue().path("partitions").asLong(),
                        feed.getValue().path("files").asLong(),
                        rows.getOrDefault(feed.getKey(), 0L),
                        unfinished(plan, feed.getKey()),
                        List.copyOf(drifted.getOrDefault(feed.getKey(), List.of())))));
        return feeds;
    }

    // Both worlds have a feed `utterances`.
    private static String title(String feed) {
        return feed.startsWith(FileExporterLayout.PREFIX)
                ? feed.substring(FileExporterLayout.PREFIX.length()) + " (File Exporter)"
                : feed;
    }

    private static List<String> unfinished(JsonNode plan, String feed) {
        List<String> partitions = new ArrayList<>();
        plan.path("unfinished").forEach(partition -> {
            if (partition.path("feed").asText().equals(feed)) {
                partitions.add(partition.path("partition").asText());
            }
        });
        return partitions;
    }

    private static Map<String, Long> rows(RunPorts run) {
        Map<String, Long> rows = new TreeMap<>();
        try (Stream<Tally> tallies = run.tallies().of(run.run().runId(), "extract")) {
            tallies.forEach(tally -> rows.merge(feed(run, tally.unit()), tally.count("received"), Long::sum));
        }
        return rows;
    }

    private static Map<String, Collection<DriftedColumn>> drifted(RunPorts run) {
        Map<String, Map<String, DriftedColumn>> first = new TreeMap<>();
        try (Stream<Map<String, Object>> lines =
                JsonLines.readAll(run.work(), run.files().list(FragmentFile.DRIFTED))) {
            lines.forEach(line -> add(run, first, line));
        }
        Map<String, Collection<DriftedColumn>> drifted = new TreeMap<>();
        first.forEach((feed, columns) -> drifted.put(feed, columns.values()));
        return drifted;
    }

    private static void add(RunPorts run, Map<String, Map<String, DriftedColumn>> first, Map<String, Object> line) {
        String key = String.valueOf(line.get("file"));
        DriftedColumn column = new DriftedColumn(
                String.valueOf(line.get("detail")), String.valueOf(line.get("reason")), partition(key));
        first.computeIfAbsent(feed(run, key), _ -> new TreeMap<>())
                .merge(column.column(), column, (a, b) -> a.since().compareTo(b.since()) <= 0 ? a : b);
    }

    private static String partition(String key) {
        return PartitionPath.locate(key)
                .map(located -> located.partition().time())
                .orElse("");
    }

    /// The feed of a file key as the plans call it: the folder before `version=`.
    private static String feed(RunPorts run, String key) {
        EventsConfig events = run.config().source().events();
        if (events.isUsed() && key.startsWith(events.prefix())) {
            return EVENTS;
        }
        int version = key.indexOf("/version=");
        String folders = version < 0 ? key : key.substring(0, version);
        String feed = folders.substring(folders.lastIndexOf('/') + 1);
        return key.startsWith(run.exporterCopies()) ? FileExporterLayout.PREFIX + feed : feed;
    }
}
