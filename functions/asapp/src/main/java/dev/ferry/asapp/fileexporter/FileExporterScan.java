package dev.ferry.asapp.fileexporter;

import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.core.staging.SourceObject;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a store holds of the File Exporter's feeds.
///
/// @param units the files to read, in the order of feed, date, interval and name
/// @param attachments the files whose bytes are attachments
/// @param refused keys of files that cannot be read, with the reason
/// @param skippedFeeds feeds that are known and not needed, with the number of their files
/// @param unknownFeeds feeds that the catalogue does not have, with the number of their files
public record FileExporterScan(
        List<WorkUnit> units,
        List<SourceObject> attachments,
        SortedMap<String, String> refused,
        SortedMap<String, Long> skippedFeeds,
        SortedMap<String, Long> unknownFeeds) {
    /// What a store holds for a tenant without AI Services.
    public static final FileExporterScan NOTHING =
            new FileExporterScan(List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public FileExporterScan {
        units = List.copyOf(units);
        attachments = List.copyOf(attachments);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        skippedFeeds = Collections.unmodifiableSortedMap(new TreeMap<>(skippedFeeds));
        unknownFeeds = Collections.unmodifiableSortedMap(new TreeMap<>(unknownFeeds));
    }
}
