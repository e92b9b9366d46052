package dev.ferry.local.adapters;

import dev.ferry.core.staging.AttachmentStore.StoredAttachment;
import dev.ferry.handlers.s3.S3AttachmentStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;

/// An attachment of any size without a file: the same bytes for the same seed. Its `main` stores one from a process
/// of its own.
final class LargeAttachment extends InputStream {
    static final int MEBIBYTE = 1024 * 1024;
    private static final int BLOCK = 64 * 1024;

    private final byte[] block = new byte[BLOCK];
    private final Random random;
    private final long size;
    private final Progress progress;
    private long read;

    /// Told how many bytes have been read.
    interface Progress {
        void at(long bytes) throws IOException;
    }

    LargeAttachment(long seed, long size) {
        this(seed, size, _ -> {});
    }

    LargeAttachment(long seed, long size, Progress progress) {
        this.random = new Random(seed);
        this.size = size;
        this.progress = progress;
    }

    /// Stores so many bytes. When it has read the half of them, it makes the file, and when it is done, it prints
    /// the hash.
    public static void main(String[] arguments) {
        long size = Long.parseLong(arguments[2]);
        Path half = Path.of(arguments[3]);
        StoredAttachment stored = new S3AttachmentStore(S3ForTests.bucket(URI.create(arguments[0]), arguments[1]), "m1")
                .put(new LargeAttachment(7, size, bytes -> {
                    if (bytes >= size / 2 && !Files.exists(half)) {
                        Files.createFile(half);
                    }
                }));
        System.out.println(stored.hash().hex() + " " + stored.size());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (read == size) {
            return -1;
        }
        int at = (int) (read % BLOCK);
        if (at == 0) {
            random.nextBytes(block);
        }
        int some = (int) Math.min(Math.min(length, BLOCK - at), size - read);
        System.arraycopy(block, at, bytes, offset, some);
        read += some;
        progress.at(read);
        return some;
    }
}
