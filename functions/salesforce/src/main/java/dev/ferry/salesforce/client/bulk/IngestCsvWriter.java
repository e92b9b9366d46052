package dev.ferry.salesforce.client.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes an ingest file and counts it: the header at once, then row by row.
///
/// A loader cuts its own chunks: it encodes the rows that belong together, adds their sizes to [#bytes()],
/// and begins another file where the sum would pass [IngestChunk#MAX_BYTES].
///
/// Threading: one thread.
public final class IngestCsvWriter implements AutoCloseable {
    private final OutputStream out;
    private final CsvLayout layout;
    private long rows;
    private long bytes;
    private long removed;

    /// Begins a file with its header. The stream should be buffered; closing the writer closes it.
    public IngestCsvWriter(OutputStream out, CsvLayout layout) throws IOException {
        this.out = out;
        this.layout = layout;
        put(layout.header());
    }

    /// Encodes and writes one row. Refuses a row as [CsvLayout#encode] does, and has then written nothing.
    public void write(List<Cell> cells) throws IOException {
        write(layout.encode(cells));
    }

    /// Writes a row that this writer's layout has encoded.
    public void write(EncodedRow row) throws IOException {
        put(row);
        rows++;
        removed += row.removed();
    }

    /// The rows written, without the header.
    public long rows() {
        return rows;
    }

    /// The bytes written, with the header.
    public long bytes() {
        return bytes;
    }

    /// The characters left out so far.
    public long removed() {
        return removed;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void put(EncodedRow row) throws IOException {
        row.writeTo(out);
        bytes += row.size();
    }
}
