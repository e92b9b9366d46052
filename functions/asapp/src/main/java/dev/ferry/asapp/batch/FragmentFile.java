package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

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

    private static final int READ_BUFFER = 64 * 1024;

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
    /// Counts: `received` = `fragmented` + `rejected`, and `rejected.{reason}`, `fragments`, `links`, `bytes`
    /// (uncompressed).
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the file cannot be opened or its compression is broken.
    public Tally run(WorkUnit unit) {
        FilePass pass = new FilePass(catalogue.feed(unit.partition().feed()), unit, ports, settings);
        try (InputStream raw = source.open(unit.key());
                InputStream in = unit.gzip() ? new GZIPInputStream(raw, READ_BUFFER) : raw) {
            LineReader lines = new LineReader(in, settings.maxLineBytes());
            while (lines.next()) {
                pass.line(lines);
            }
        } catch (IOException e) {
            throw new FerryException(
                    ErrorCode.SOURCE_UNREADABLE, "cannot read " + unit.key() + " after line " + pass.lastLine(), e);
        }
        return pass.finish();
    }
}
