package dev.ferry.local.asapp.renditions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes rows into one file, or into several once they are too large for one.
///
/// *Shape* of the names: `utterances.jsonl`, or `utterances.jsonl.01`, `.02` and so on, with `.gz` after it.
final class SplitWriter implements AutoCloseable {
    private final Path directory;
    private final String stem;
    private final boolean gzip;
    private final long splitBytes;
    private @Nullable OutputStream out;
    private long written;
    private int part;

    /// @param splitBytes 0 for never
    SplitWriter(Path directory, String stem, boolean gzip, long splitBytes) {
        this.directory = directory;
        this.stem = stem;
        this.gzip = gzip;
        this.splitBytes = splitBytes;
    }

    void line(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        OutputStream current = out;
        if (current != null && splitBytes > 0 && written + bytes.length > splitBytes) {
            current.close();
            current = null;
        }
        if (current == null) {
            part++;
            written = 0;
            current = opened();
            out = current;
        }
        current.write(bytes);
        written += bytes.length;
    }

    @Override
    public void close() throws IOException {
        OutputStream current = out == null ? opened() : out;
        current.close();
        if (part == 1 && splitBytes > 0) {
            Files.move(directory.resolve(name(1)), directory.resolve(name(0)));
        }
    }

    private OutputStream opened() throws IOException {
        OutputStream file = Files.newOutputStream(directory.resolve(name(splitBytes > 0 ? part : 0)));
        return gzip ? new GZIPOutputStream(file, 1 << 16) : file;
    }

    private String name(int number) {
        return stem + (number > 0 ? ".%02d".formatted(number) : "") + (gzip ? ".gz" : "");
    }
}
