package dev.ferry.core.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// Writes the lists of a run as CSV files, streaming.
///
/// *Shape*: RFC 4180, UTF-8, a header row; a cell that a spreadsheet would run as a formula gets an apostrophe in
/// front, see [CsvCell].
///
/// *Threading*: safe for concurrent use with different kinds.
public final class CsvLists {
    private final WorkStore store;
    private final String folder;

    /// Lists below a folder of the work store, for example `runs/{runId}`.
    public CsvLists(WorkStore store, String folder) {
        this.store = store;
        this.folder = folder;
    }

    /// Writes one list, with its header even where there are no rows. The rows' stream is closed.
    public ResultList write(ListKind kind, Stream<? extends ListRow> rows) {
        String name = folder + "/" + kind.file();
        long written = 0;
        try (rows;
                WorkFile out = store.create(name);
                CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(kind.columns());
            for (ListRow row : (Iterable<ListRow>) rows.map(ListRow.class::cast)::iterator) {
                if (ListKind.of(row) != kind) {
                    throw new IllegalArgumentException("a " + ListKind.of(row) + " row in the list " + kind);
                }
                csv.writeRecord(row.cells().stream().map(CsvCell::guard).toList());
                written++;
            }
            csv.flush();
            out.commit();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write list " + name, e);
        }
        return new ResultList(kind.label(), kind.file(), written);
    }
}
