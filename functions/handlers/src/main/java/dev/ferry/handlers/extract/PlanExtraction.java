package dev.ferry.handlers.extract;

import dev.ferry.asapp.batch.BatchLayout;
import dev.ferry.asapp.batch.BatchScan;
import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.PartitionPath;
import dev.ferry.asapp.batch.SchemaFile;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.asapp.fold.UnfinishedPartition;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.run.DateWindow;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.handlers.extract.ExtractPlan.FeedShare;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lists the export and writes what is to be read: the manifest of the Distributed Map and the inventory.
public final class PlanExtraction {
    private final FeedCatalogue catalogue;

    public PlanExtraction(FeedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Planned run(RunPorts ports) {
        BatchScan scan = new BatchLayout(ports.source(), catalogue)
                .scan(ports.config().source().prefix());
        DateWindow window = ports.config().source().window();
        List<WorkUnit> units = scan.units().stream()
                .filter(unit -> window.contains(LocalDate.parse(unit.partition().dt())))
                .toList();
        List<FileItem> files = units.stream()
                .map(unit -> new FileItem(unit.key(), unit.size(), unit.etag()))
                .toList();
        // A tenant without a batch export is read by its API; one whose export is late is not.
        boolean late = !scan.unfinished().isEmpty() || !scan.unknownFeeds().isEmpty();
        if (files.isEmpty() && (late || !ports.config().source().api().isUsed())) {
            throw nothingToRead(ports, scan);
        }
        List<FileItem> crosswalk = crosswalk(ports);
        listRefused(ports, scan.refused());
        WorkJson json = new WorkJson(ports.work());
        describedColumns(ports, scan)
                .ifPresent(schema -> json.write(ports.files().describedColumns(), schema));
        json.writeArray(ports.files().extractManifest(), files.iterator());
        json.write(ports.files().inventory(), plan(scan, units, files, crosswalk));
        return new Planned(ports.files().extractManifest(), ports.files().inventory(), files.size(), bytes(units));
    }

    /// Lists files of finished partitions that are not even tried, since what they hold stays behind.
    static void listRefused(RunPorts ports, Map<String, String> refused) {
        refused.forEach((key, reason) ->
                ports.lists().put(ExtractUnits.UNREADABLE, key, List.of(new Quarantined(key, 0, "NOT_READ", reason))));
    }

    private static Optional<SchemaFile> describedColumns(RunPorts ports, BatchScan scan) {
        return scan.strayKeys().stream()
                .filter(key -> key.endsWith("/" + SchemaFile.NAME) || key.equals(SchemaFile.NAME))
                .findFirst()
                .map(key -> {
                    try (InputStream in = ports.source().open(key)) {
                        return SchemaFile.read(key, in);
                    } catch (IOException e) {
                        throw new FerryException(ErrorCode.SOURCE_UNREADABLE, "could not read " + key, e);
                    }
                });
    }

    private static FerryException nothingToRead(RunPorts ports, BatchScan scan) {
        String prefix = ports.config().source().prefix();
        return new FerryException(
                ErrorCode.SOURCE_UNREADABLE,
                ("no finished partition of a feed that Ferry reads lies below %s in bucket %s "
                                + "(partitions without _SUCCESS: %d, files that cannot be read%s: %d, feeds that Ferry does not know: %s)")
                        .formatted(
                                prefix,
                                ports.config().source().bucket(),
                                scan.unfinished().size(),
                                scan.refused().values().stream()
                                        .findFirst()
                                        .map(" (%s)"::formatted)
                                        .orElse(""),
                                scan.refused().size(),
                                scan.unknownFeeds().keySet()));
    }

    private static List<FileItem> crosswalk(RunPorts ports) {
        try (Stream<SourceObject> objects =
                ports.source().list(ports.config().source().crosswalkPrefix())) {
            return objects.filter(object -> CrosswalkName.kind(object.key()).isPresent())
                    .map(FileItem::of)
                    .sorted(Comparator.comparing(FileItem::key))
                    .toList();
        }
    }

    private static ExtractPlan plan(
            BatchScan scan, List<WorkUnit> units, List<FileItem> files, List<FileItem> crosswalk) {
        RecordDigest digest = Stream.concat(files.stream(), crosswalk.stream())
                .map(FileItem::mark)
                .reduce(RecordDigest.EMPTY, RecordDigest::plus);
        return new ExtractPlan(
                files.size(),
                bytes(units),
                crosswalk,
                digest.hex(),
                feeds(units),
                named(scan.unfinished()),
                named(scan.empty()),
                scan.refused(),
                scan.skippedFeeds(),
                scan.unknownFeeds());
    }

    static SortedMap<String, FeedShare> feeds(List<WorkUnit> units) {
        SortedMap<String, FeedShare> feeds = new TreeMap<>();
        units.stream()
                .collect(Collectors.groupingBy(unit -> unit.partition().feed()))
                .forEach((feed, files) -> feeds.put(
                        feed,
                        new FeedShare(
                                files.stream()
                                        .map(WorkUnit::partition)
                                        .distinct()
                                        .count(),
                                files.size(),
                                files.stream().mapToLong(WorkUnit::size).sum())));
        return feeds;
    }

    private static long bytes(List<WorkUnit> units) {
        return units.stream().mapToLong(WorkUnit::size).sum();
    }

    private static List<UnfinishedPartition> named(List<PartitionPath> partitions) {
        return partitions.stream().map(UnfinishedPartition::of).toList();
    }

    /// Where the lists are. *Shape*: `{"manifestKey","inventoryKey","files","bytes"}`.
    public record Planned(String manifestKey, String inventoryKey, long files, long bytes) {}
}
