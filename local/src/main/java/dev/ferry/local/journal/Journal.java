package dev.ferry.local.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// An append-only file of facts, one JSON line each.
///
/// A line counts once its line feed is in the file: [#replay] cuts off a torn last line, and must be called once
/// before the first [#append].
///
/// *Threading*: for one writer at a time.
public final class Journal implements AutoCloseable {
    private final Path path;
    // Not a channel, which an interrupted writer would close for everybody.
    private final RandomAccessFile file;
    private long length;

    /// Opens the file, which is made when missing.
    public Journal(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /// What is done with each line of an old journal.
    @FunctionalInterface
    public interface Replay {
        /// Takes up one line, without its line feed.
        void line(byte[] json) throws IOException;
    }

    /// Reads what is there, then stands at its end.
    public void replay(Replay replay) throws IOException {
        long whole = 0;
        try (InputStream in = Files.newInputStream(path)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        whole += line.size() + 1;
                        replay.line(line.toByteArray());
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(buffer, from, n - from);
            }
        }
        length = whole;
        cut();
    }

    /// Writes a line, which brings its line feed, or nothing of it.
    public void append(byte[] line) throws IOException {
        try {
            file.write(line);
        } catch (IOException e) {
            // A full disk, for one, leaves a part of the line, and the next one would not be a line of its own.
            cut();
            throw e;
        }
        length += line.length;
    }

    private void cut() throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
