package dev.ferry.local.endpoint;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was started, to be closed in the opposite order.
///
/// *Threading*: safe for concurrent use, since engines start side by side.
public final class Shutdown implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /// Remembers something that was started.
    public synchronized <T extends AutoCloseable> T add(T closeable) {
        started.addFirst(closeable);
        return closeable;
    }

    /// Closes everything. What fails to close does not keep the rest open.
    @Override
    public synchronized void close() {
        var failed = new IllegalStateException("Not everything that was started could be stopped");
        closeAll(failed);
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    /// Closes everything because the start failed; what fails to close is attached to that failure.
    public synchronized void afterFailure(RuntimeException failure) {
        closeAll(failure);
    }

    private void closeAll(RuntimeException collector) {
        while (!started.isEmpty()) {
            try {
                started.removeFirst().close();
            } catch (Exception e) {
                // Bookkeeping that fails while stopping must not hide the reason for stopping, nor keep others
                // running.
                collector.addSuppressed(e);
            }
        }
    }
}
