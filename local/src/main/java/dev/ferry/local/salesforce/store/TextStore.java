package dev.ferry.local.salesforce.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file of long texts: appended to, never changed.
///
/// *Threading*: safe for concurrent use. A text is on disk once [#flush] has returned; it can be read at once.
final class TextStore implements AutoCloseable {
    /// Shorter texts stay in the row. *Units*: characters.
    static final int THRESHOLD = 256;

    private final FileChannel file;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long written;

    TextStore(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        written = file.size();
    }

    synchronized LongText put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LongText stored = new LongText(written + pending.size(), bytes.length, text.length());
        pending.writeBytes(bytes);
        return stored;
    }

    synchronized String get(LongText text) {
        if (text.at() + text.bytes() > written) {
            flush();
        }
        try {
            ByteBuffer buffer = ByteBuffer.allocate(text.bytes());
            while (buffer.hasRemaining()) {
                if (file.read(buffer, text.at() + buffer.position()) < 0) {
                    throw new IOException("The text file ends at " + file.size() + " before " + text);
                }
            }
            return new String(buffer.array(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading a long text", e);
        }
    }

    synchronized void flush() {
        if (pending.size() == 0) {
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(pending.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer, written + buffer.position());
            }
            written += pending.size();
            pending.reset();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing long texts", e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }
}
