package dev.ferry.local.firehose;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Records one behind the other, each behind its length in four bytes. A torn last record does not count.
///
/// *Threading*: for one writer at a time.
final class RecordFile implements AutoCloseable {
    private final Path path;
    // Not a channel, which an interrupted writer would close for everybody.
    private final RandomAccessFile file;
    private long length;

    private RecordFile(Path path, RandomAccessFile file, long length) {
        this.path = path;
        this.file = file;
        this.length = length;
    }

    /// Opens a file, which is made when missing, and cuts off a torn last record.
    static RecordFile open(Path path) throws IOException {
        long whole = Files.exists(path) ? read(path, OutputStream.nullOutputStream()) : 0;
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(whole);
        file.seek(whole);
        return new RecordFile(path, file, whole);
    }

    Path path() {
        return path;
    }

    /// Bytes of what is kept, lengths included.
    long length() {
        return length;
    }

    /// Adds a record. It outlives the process when this returns.
    void append(byte[] record) throws IOException {
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + record.length)
                .putInt(record.length)
                .put(record);
        try {
            file.write(framed.array());
        } catch (IOException e) {
            // A full disk, for one, leaves a part of the record, behind which nothing could be read.
            file.setLength(length);
            file.seek(length);
            throw e;
        }
        length += framed.capacity();
    }

    /// Writes the records of a file one behind the other and nothing between them; the bytes of the file that
    /// count.
    static long read(Path path, OutputStream to) throws IOException {
        long whole = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            while (true) {
                int announced = in.readInt();
                byte[] record = in.readNBytes(announced);
                if (record.length < announced) {
                    return whole;
                }
                to.write(record);
                whole += Integer.BYTES + announced;
            }
        } catch (EOFException torn) {
            return whole;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
