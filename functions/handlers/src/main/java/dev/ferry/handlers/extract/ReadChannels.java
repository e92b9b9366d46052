package dev.ferry.handlers.extract;

import dev.ferry.asapp.batch.FeedCatalogue;
import dev.ferry.asapp.batch.FragmentAnswer;
import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.asapp.batch.WorkUnit;
import dev.ferry.asapp.events.EventLines;
import dev.ferry.asapp.events.FragmentEvents;
import dev.ferry.asapp.fileexporter.AttachmentSource;
import dev.ferry.asapp.fileexporter.FetchAttachments;
import dev.ferry.asapp.fileexporter.FileExporterLayout;
import dev.ferry.asapp.fileexporter.StoreAttachmentSource;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.aws.Lazy;
import dev.ferry.handlers.run.RunPorts;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Reads files of channels into staging. *Threading*: for one thread.
final class ReadChannels {
    private final RunPorts ports;
    private final FeedCatalogue catalogue;
    private final StagingPorts staging;
    private final FragmentSettings settings;
    private final Lazy<AttachmentSource> attachments;

    ReadChannels(RunPorts ports, FeedCatalogue catalogue) {
        this.ports = ports;
        this.catalogue = catalogue;
        this.staging = ExtractUnits.staging(ports);
        this.settings = FragmentSettings.of(ports.config().company());
        this.attachments = new Lazy<>(this::copiedAttachments);
    }

    /// Reads a copy of a file of the File Exporter, and the attachments that it names.
    Tally exported(FileItem item) {
        WorkUnit unit = FileExporterLayout.unit(item.object());
        Tally rows = new FragmentFile(ports.copies(), catalogue, staging, settings).run(unit);
        return unit.partition().feed().equals(FileExporterLayout.ATTACHMENTS) ? plus(rows, attachments(unit)) : rows;
    }

    /// Reads a file of stored events.
    Tally events(FileItem item) {
        try (EventLines lines = EventLines.open(ports.events(), item.object())) {
            return new FragmentEvents(catalogue, staging, settings).run(item.object(), lines);
        }
    }

    private Tally attachments(WorkUnit unit) {
        return new FetchAttachments(
                        ports.copies(),
                        attachments.get(),
                        ports.attachments(),
                        new FragmentAnswer(catalogue, staging, settings))
                .run(unit);
    }

    private AttachmentSource copiedAttachments() {
        String prefix = ports.exporterCopies() + FileExporterLayout.ATTACHMENT_FILES + "/";
        try (Stream<SourceObject> objects = ports.copies().list(prefix)) {
            return new StoreAttachmentSource(ports.copies(), objects.toList());
        }
    }

    private static Tally plus(Tally rows, Tally contents) {
        SortedMap<String, Long> counts = new TreeMap<>(rows.counts());
        contents.counts().forEach((term, count) -> counts.merge(term, count, Long::sum));
        return new Tally(rows.phase(), rows.unit(), counts, rows.digest());
    }
}
