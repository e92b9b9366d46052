package dev.ferry.intercom.target;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tasks that run side by side on virtual threads, so many at a time; the first that fails stops the others.
///
/// *Threading*: for one thread, which adds the tasks.
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SideBySide(int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /// Runs a task as soon as one of the others has left room.
    ///
    /// @param stop tells the others to stop
    void add(Runnable task, Runnable stop) {
        free.acquireUninterruptibly();
        if (failure.get() != null) {
            free.release();
            return;
        }
        threads.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                stop.run();
            } finally {
                free.release();
            }
        });
    }

    /// Waits for all of them.
    ///
    /// *Errors*: the failure of the first that failed.
    void await() {
        threads.close();
        switch (failure.get()) {
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case null, default -> {}
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
