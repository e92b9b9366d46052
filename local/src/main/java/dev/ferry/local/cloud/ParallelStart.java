package dev.ferry.local.cloud;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts engines side by side. Closing waits for all of them, so that none is still starting when another has
/// failed.
final class ParallelStart implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("start-", 0).factory());

    <T> Future<T> start(Callable<T> engine) {
        return threads.submit(engine);
    }

    /// The engine, once it runs.
    ///
    /// *Errors*: what its start threw.
    <T> T await(Future<T> engine) {
        try {
            return engine.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("An engine of the embedded cloud did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the embedded cloud was starting", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
