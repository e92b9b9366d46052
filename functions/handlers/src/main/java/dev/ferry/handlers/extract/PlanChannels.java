package dev.ferry.handlers.extract;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.fileexporter.FileExporterScan;
import dev.ferry.core.run.RunConfig.SourceConfig;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.handlers.extract.ExtractPlan.FeedShare;
import dev.ferry.handlers.extract.PlanExtraction.Planned;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Lists what the channels other than the batch export have brought, and writes what is to be read of it.
///
/// There may be nothing: a tenant without AI Services, an hour without events.
final class PlanChannels {
    /// What the inventory calls pushed events.
    static final String EVENTS = "events";

    private final FeedCatalogue catalogue;

    PlanChannels(FeedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Planned run(RunPorts ports) {
        SourceConfig source = ports.config().source();
        FileExporterScan scan = source.api().isUsed()
                ? new FileExporterLayout(ports.copies(), catalogue).scan(ports.exporterCopies())
                : FileExporterScan.NOTHING;
        List<WorkUnit> units = scan.units().stream()
                .filter(unit -> source.window()
                        .contains(LocalDate.parse(unit.partition().dt())))
                .toList();
        List<ChannelFile> files = new ArrayList<>();
        units.forEach(unit -> files.add(new ChannelFile(Channel.FILE_EXPORTER, unit.key(), unit.size(), unit.etag())));
        List<ChannelFile> events = events(ports);
        files.addAll(events);
        PlanExtraction.listRefused(ports, scan.refused());
        WorkJson json = new WorkJson(ports.work());
        json.writeArray(ports.files().channelManifest(), files.iterator());
        json.write(ports.files().channels(), plan(scan, units, files, events));
        return new Planned(ports.files().channelManifest(), ports.files().channels(), files.size(), bytes(files));
    }

    private static List<ChannelFile> events(RunPorts ports) {
        var config = ports.config().source().events();
        if (!config.isUsed()) {
            return List.of();
        }
        try (Stream<SourceObject> objects = ports.events().list(config.prefix())) {
            return objects.filter(object -> object.size() > 0)
                    .map(object -> ChannelFile.of(Channel.EVENTS, object))
                    .sorted(Comparator.comparing(ChannelFile::key))
                    .toList();
        }
    }

    private static ExtractPlan plan(
            FileExporterScan scan, List<WorkUnit> units, List<ChannelFile> files, List<ChannelFile> events) {
        SortedMap<String, FeedShare> feeds = new TreeMap<>(PlanExtraction.feeds(units));
        if (!events.isEmpty()) {
            feeds.put(EVENTS, new FeedShare(0, events.size(), bytes(events)));
        }
        RecordDigest digest =
                files.stream().map(file -> file.item().mark()).reduce(RecordDigest.EMPTY, RecordDigest::plus);
        return new ExtractPlan(
                files.size(),
                bytes(files),
                List.of(),
                digest.hex(),
                feeds,
                List.of(),
                List.of(),
                scan.refused(),
                scan.skippedFeeds(),
                Map.copyOf(scan.unknownFeeds()));
    }

    private static long bytes(List<ChannelFile> files) {
        return files.stream().mapToLong(ChannelFile::size).sum();
    }
}
