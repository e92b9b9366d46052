package dev.ferry.asapp.batch;

import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the partitions of an export in a store.
///
/// The listing is streamed; what is kept in memory grows with the number of files, not with their size.
public final class BatchLayout {
    private static final String SUCCESS = "_SUCCESS";

    /// Fragments are named by feed, partition and file name: those of one file would take the place of the other's.
    private static final String TWICE =
            "has the feed, partition and name of %s, which is read; rename it, or let the prefix name one delivery";

    private final SourceStore source;
    private final FeedCatalogue catalogue;

    public BatchLayout(SourceStore source, FeedCatalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
    }

    /// Everything under a prefix. A folder that is missing is no gap: an hour without data has none.
    public BatchScan scan(String prefix) {
        Findings findings = new Findings();
        try (Stream<SourceObject> objects = source.list(prefix)) {
            objects.forEach(object -> PartitionPath.locate(object.key())
                    .ifPresentOrElse(
                            located -> findings.add(object, located), () -> findings.strayKeys.add(object.key())));
        }
        return findings.result();
    }

    private final class Findings {
        private final SortedMap<PartitionPath, List<SourceObject>> partitions = new TreeMap<>();
        private final Set<String> finished = new HashSet<>();
        private final Map<String, String> named = new HashMap<>();
        private final Set<String> strayKeys = new TreeSet<>();

        void add(SourceObject object, PartitionPath.Located located) {
            List<SourceObject> files = partitions.computeIfAbsent(located.partition(), _ -> new ArrayList<>());
            if (located.fileName().equals(SUCCESS)) {
                finished.add(folder(object));
            } else {
                files.add(object);
            }
        }

        BatchScan result() {
            List<WorkUnit> units = new ArrayList<>();
            List<PartitionPath> unfinished = new ArrayList<>();
            List<PartitionPath> empty = new ArrayList<>();
            SortedMap<String, String> refused = new TreeMap<>();
            SortedMap<String, Long> skipped = new TreeMap<>();
            SortedMap<String, Long> unknown = new TreeMap<>();
            partitions.forEach((partition, files) -> {
                if (catalogue.find(partition.feed()).isEmpty()) {
                    unknown.merge(partition.feed(), (long) files.size(), Long::sum);
                } else if (catalogue.feed(partition.feed()).kind().isEmpty()) {
                    skipped.merge(partition.feed(), (long) files.size(), Long::sum);
                } else if (!files.stream().allMatch(file -> finished.contains(folder(file)))) {
                    unfinished.add(partition);
                } else if (files.stream().allMatch(file -> file.size() == 0)) {
                    empty.add(partition);
                } else {
                    files.sort(Comparator.comparing(SourceObject::key));
                    files.forEach(file -> sort(file, partition, units, refused));
                }
            });
            return new BatchScan(units, unfinished, empty, refused, skipped, unknown, List.copyOf(strayKeys));
        }

        private void sort(
                SourceObject file, PartitionPath partition, List<WorkUnit> units, SortedMap<String, String> refused) {
            String fileName = fileName(file);
            DataFileName name = DataFileName.parse(fileName).orElse(null);
            if (name == null) {
                refused.put(file.key(), "not a .jsonl file");
            } else if (name.encrypted()) {
                refused.put(file.key(), DataFileName.ENCRYPTED);
            } else if (file.size() > 0) {
                String first =
                        named.putIfAbsent(String.join("/", partition.feed(), partition.label(), fileName), file.key());
                if (first == null) {
                    units.add(WorkUnit.of(file));
                } else {
                    refused.put(file.key(), TWICE.formatted(first));
                }
            }
        }

        private static String folder(SourceObject file) {
            return file.key().substring(0, file.key().length() - fileName(file).length());
        }

        private static String fileName(SourceObject file) {
            return file.key().substring(file.key().lastIndexOf('/') + 1);
        }
    }
}
