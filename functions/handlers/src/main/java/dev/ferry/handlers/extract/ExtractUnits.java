package dev.ferry.handlers.extract;

import dev.ferry.asapp.batch.FragmentFile;
import dev.ferry.asapp.batch.FragmentSettings;
import dev.ferry.asapp.batch.SchemaFile;
import dev.ferry.asapp.batch.StagingPorts;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.Quarantined;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.handlers.extract.FileOutcome.Outcome;
import dev.ferry.handlers.metrics.UnitReport;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.WorkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads files one after the other; one that cannot be read does not stop its neighbours.
///
/// A file whose tally says that the same state of it has been read is skipped, so a batch that was cut off goes on
/// where it stopped. The tallies of small files are put together: a cut costs reading a megabyte again at most.
final class ExtractUnits {
    /// The list of files that cannot be read.
    static final String UNREADABLE = "unreadable";

    /// How much may have been read whose tallies have not been put. *Units*: bytes
    private static final long UNCOUNTED = 1 << 20;

    private final RunPorts ports;
    private final TallyStore tallies;
    private final boolean force;
    private final Function<FileItem, Tally> reader;
    private final List<FileOutcome> outcomes = new ArrayList<>();
    private final List<Tally> counted = new ArrayList<>();
    private long uncounted;
    private UnitReport report = UnitReport.NONE;
    private @Nullable FerryException healing;

    ExtractUnits(RunPorts ports, boolean force, Function<FileItem, Tally> reader) {
        this.ports = ports;
        this.tallies = ports.tallies();
        this.force = force;
        this.reader = reader;
    }

    /// Where a run's extraction leaves what it finds.
    static StagingPorts staging(RunPorts ports) {
        return new StagingPorts(
                ports.fragments(),
                ports.bodies(),
                ports.links(),
                ports.lists(),
                ports.run().runId());
    }

    /// Where a run's extraction leaves what it finds in these files.
    static StagingPorts staging(RunPorts ports, List<FileItem> items) {
        NamedLists lists =
                ports.lists().ofUnits(items.stream().map(FileItem::key).toList());
        return new StagingPorts(
                ports.fragments(),
                ports.bodies(),
                ports.links(),
                lists,
                ports.run().runId());
    }

    /// The settings of a run's extraction.
    static FragmentSettings settings(RunPorts ports) {
        FragmentSettings settings = FragmentSettings.of(ports.config().company());
        return new WorkJson(ports.work())
                .find(ports.files().describedColumns(), SchemaFile.class)
                .map(settings::withSchema)
                .orElse(settings);
    }

    /// Reads all files.
    ///
    /// *Errors*: the last failure that may heal, after all other files have been read.
    List<FileOutcome> run(List<FileItem> items) {
        Map<String, RecordDigest> read = force ? Map.of() : read(items);
        items.forEach(item -> outcomes.add(
                new FileOutcome(item.key(), item.mark().equals(read.get(item.key())) ? Outcome.SKIPPED : read(item))));
        putCounted();
        if (healing != null) {
            throw healing;
        }
        return List.copyOf(outcomes);
    }

    /// What was done.
    UnitReport report() {
        return report;
    }

    private Outcome read(FileItem item) {
        try {
            Tally tally = reader.apply(item);
            counted.add(new Tally(tally.phase(), tally.unit(), tally.counts(), item.mark()));
            report = report.plus(new UnitReport(1, tally.count("received"), 0, tally.count("rejected"), item.size()));
        } catch (FerryException failure) {
            return failed(item, failure);
        }
        uncounted += item.size();
        if (uncounted >= UNCOUNTED) {
            putCounted();
        }
        return Outcome.READ;
    }

    private void putCounted() {
        tallies.putAll(ports.run().runId(), counted);
        counted.clear();
        uncounted = 0;
    }

    private Outcome failed(FileItem item, FerryException failure) {
        if (failure.code().retriable()) {
            healing = failure;
        } else {
            String detail = String.valueOf(failure.getMessage());
            ports.lists()
                    .put(
                            UNREADABLE,
                            item.key(),
                            List.of(new Quarantined(
                                    item.key(), 0, failure.code().name(), detail)));
        }
        return Outcome.UNREADABLE;
    }

    private Map<String, RecordDigest> read(List<FileItem> items) {
        return tallies
                .find(
                        ports.run().runId(),
                        FragmentFile.PHASE,
                        items.stream().map(FileItem::key).toList())
                .stream()
                .collect(Collectors.toMap(Tally::unit, Tally::digest));
    }
}
