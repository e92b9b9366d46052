package dev.ferry.salesforce.client.bulk;

import java.io.IOException;
import java.io.OutputStream;

/// A row as the bytes of an ingest file, its line end included: what a loader measures before it decides
/// where to cut.
public final class EncodedRow {
    private final byte[] bytes;
    private final int removed;

    EncodedRow(byte[] bytes, int removed) {
        this.bytes = bytes;
        this.removed = removed;
    }

    /// The length in bytes.
    public int size() {
        return bytes.length;
    }

    /// How many characters were left out because Salesforce cannot hold them.
    public int removed() {
        return removed;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
