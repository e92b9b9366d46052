package dev.ferry.salesforce.client.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// One file for one job: its size, its rows, and how to open it.
///
/// `content` is opened once per attempt and must give exactly `bytes` bytes; it is streamed, never held.
public record IngestChunk(long rows, long bytes, Content content) {
    /// The largest file to send. Source: a job takes 150 MB after base64 expansion, about 100 MB raw; this
    /// keeps a distance.
    public static final long MAX_BYTES = 90_000_000;

    /// Where the bytes come from.
    @FunctionalInterface
    public interface Content {
        /// A fresh stream from the first byte. The client closes it.
        InputStream open() throws IOException;
    }

    /// Refuses a chunk without rows, for which no job may be made, and one that is too large.
    public IngestChunk {
        if (rows < 1) {
            throw new IllegalArgumentException("A chunk without rows needs no job");
        }
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("A chunk has 1 to " + MAX_BYTES + " bytes, not " + bytes);
        }
    }

    /// A chunk that lies in a file.
    public static IngestChunk ofFile(Path file, long rows) throws IOException {
        return new IngestChunk(rows, Files.size(file), () -> Files.newInputStream(file));
    }
}
