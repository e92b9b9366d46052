package dev.ferry.asapp.fileexporter;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FeedSpec;
import dev.ferry.asapp.batch.PartitionPath;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the File Exporter's files in a store, or behind its list calls as a store shows them.
///
/// *Shape*: `{feed}/version=1/format=jsonl/dt=/hr=/mi=/{file}`, the coordinates of the list calls one after the
/// other.
public final class FileExporterLayout {
    /// What the names of these feeds start with in the catalogue and in fragment keys.
    public static final String PREFIX = "fx_";

    /// The feed whose files are the bytes of attachments.
    public static final String ATTACHMENT_FILES = "attachment_files";

    /// The feed, in the catalogue, that names attachments.
    public static final String ATTACHMENTS = PREFIX + "attachments";

    /// What became of the bytes of attachments, in the catalogue: no feed of the source, but Ferry's own rows.
    public static final String CONTENTS = PREFIX + "attachment_contents";

    private final SourceStore source;
    private final FeedCatalogue catalogue;

    public FileExporterLayout(SourceStore source, FeedCatalogue catalogue) {
        this.source = source;
        this.catalogue = catalogue;
    }

    /// Everything under a prefix.
    public FileExporterScan scan(String prefix) {
        Findings findings = new Findings();
        try (Stream<SourceObject> objects = source.list(prefix)) {
            objects.forEach(object -> PartitionPath.locate(object.key())
                    .ifPresent(
                            located -> findings.add(object, located.partition().feed())));
        }
        findings.units.sort(Comparator.comparing(WorkUnit::partition).thenComparing(WorkUnit::key));
        findings.attachments.sort(Comparator.comparing(SourceObject::key));
        return new FileExporterScan(
                findings.units, findings.attachments, findings.refused, findings.skipped, findings.unknown);
    }

    /// The unit of work of one file.
    ///
    /// *Errors*: [dev.ferry.core.failure.ErrorCode#SOURCE_UNREADABLE] when the key is not that of a readable data
    /// file.
    public static WorkUnit unit(SourceObject object) {
        WorkUnit unit = WorkUnit.of(object);
        PartitionPath path = unit.partition();
        return new WorkUnit(
                unit.key(),
                new PartitionPath(PREFIX + path.feed(), path.version(), path.format(), path.dt(), path.hr(), path.mi()),
                unit.fileName(),
                unit.split(),
                unit.gzip(),
                unit.size(),
                unit.etag());
    }

    private final class Findings {
        private final List<WorkUnit> units = new ArrayList<>();
        private final List<SourceObject> attachments = new ArrayList<>();
        private final SortedMap<String, String> refused = new TreeMap<>();
        private final SortedMap<String, Long> skipped = new TreeMap<>();
        private final SortedMap<String, Long> unknown = new TreeMap<>();

        void add(SourceObject object, String feed) {
            Optional<FeedSpec> spec = catalogue.find(PREFIX + feed);
            if (feed.equals(ATTACHMENT_FILES)) {
                attachments.add(object);
            } else if (spec.isEmpty()) {
                unknown.merge(feed, 1L, Long::sum);
            } else if (spec.get().kind().isEmpty()) {
                skipped.merge(feed, 1L, Long::sum);
            } else if (object.size() > 0) {
                read(object);
            }
        }

        private void read(SourceObject object) {
            try {
                units.add(unit(object));
            } catch (FerryException e) {
                refused.put(object.key(), String.valueOf(e.getMessage()));
            }
        }
    }
}
