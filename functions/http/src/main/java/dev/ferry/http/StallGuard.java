package dev.ferry.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A body that fails when no byte comes for too long.
///
/// Source: a timeout of `java.net.http` ends with the answer's head; a connection that dies quietly
/// afterwards would block its reader for ever.
final class StallGuard extends FilterInputStream {
    private final Duration limit;
    private final Executor later;
    private volatile boolean stalled;

    StallGuard(InputStream body, Duration limit) {
        super(body);
        this.limit = limit;
        this.later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var alarm = CompletableFuture.runAsync(this::abandon, later);
        try {
            var count = in.read(target, offset, length);
            if (stalled) {
                throw new IOException("No byte came for " + limit);
            }
            return count;
        } finally {
            alarm.cancel(false);
        }
    }

    private void abandon() {
        stalled = true;
        try {
            in.close();
        } catch (IOException alreadyBroken) {
            // The reader sees the stall either way.
            stalled = true;
        }
    }
}
