package dev.ferry.local.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An append-only file of facts, one JSON line each.
///
/// A line counts once its line feed is in the file: [#replay] cuts off a torn last line, and must be called once
/// before the first [#append].
///
/// *Threading*: for one writer at a time.
public final class Journal implements AutoCloseable {
    private final Path path;
    private final FileChannel file;

    /// Opens the file, which is made when missing.
    public Journal(Path path) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
        file.truncate(whole);
        file.position(whole);
    }

    /// Writes a line, which brings its line feed.
    public void append(byte[] line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
