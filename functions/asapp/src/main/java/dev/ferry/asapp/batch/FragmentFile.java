package dev.ferry.asapp.batch;

import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;

/// Reads one file of a batch export into staging: the unit of work of extraction.
///
/// The file is streamed; memory is bounded by the settings, not by the file. Doing it again writes the same.
public final class FragmentFile {
    /// The name of the phase in tallies.
    public static final String PHASE = "extract";

    /// The list of quarantined lines.
    public static final String REJECTED = "rejected";

    /// The list of columns that depart from what is known of their feed, see [ColumnDrift].
    public static final String DRIFTED = "drifted";

    private final SourceStore source;
    private final FeedCatalogue catalogue;
    private final StagingPorts ports;
    private final FragmentSettings settings;

    public FragmentFile(SourceStore source, FeedCatalogue catalogue, StagingPorts ports, FragmentSettings settings) {
        this.source = source;
        this.catalogue = catalogue;
        this.ports = ports;
        this.settings = settings;
    }

    /// Reads the file.
    ///
    /// Counts: `received` = `fragmented` + `rejected`, and `rejected.{reason}`, `fragments` and the same by
    /// channel, see [FragmentTerms], `links`, `bytes` (uncompressed). What cannot be read after a fault of
    /// the file counts as one rejected line.
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the file cannot be opened; [ErrorCode#SOURCE_UNAVAILABLE]
    /// when the read broke off, so that it may be tried again.
    public Tally run(WorkUnit unit) {
        return run(unit, unit.state());
    }

    /// Reads a file that is part of a larger unit of work.
    ///
    /// @param state what the tally of that unit carries, and by which its fragments are marked
    Tally run(WorkUnit unit, RecordDigest state) {
        FilePass pass = new FilePass(catalogue.feed(unit.partition().feed()), unit, state, ports, settings);
        try (SourceLines lines = SourceLines.open(source, unit, settings.maxLineBytes())) {
            while (lines.next()) {
                pass.line(lines.line());
            }
            lines.fault().ifPresent(pass::broken);
        }
        return pass.finish();
    }
}
