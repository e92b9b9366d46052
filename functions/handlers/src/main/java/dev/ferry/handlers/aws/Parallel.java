package dev.ferry.handlers.aws;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Runs calls on virtual threads, never more than a bound at a time, and waits for all of them.
///
/// The bound is what keeps sockets below the 1,024 file descriptors of a Lambda environment.
///
/// *Threading*: safe for concurrent use; all callers share the bound.
public final class Parallel {
    private final Semaphore permits;

    public Parallel(int bound) {
        permits = new Semaphore(bound);
    }

    /// The results in the order of the calls. The first failure is thrown after all calls have ended.
    public <T> List<T> all(List<Callable<T>> calls) {
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> bounded(call)));
            }
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : running) {
            results.add(result(future));
        }
        return List.copyOf(results);
    }

    private <T> T bounded(Callable<T> call) throws Exception {
        permits.acquire();
        try {
            return call.call();
        } finally {
            permits.release();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FerryException failure) {
                throw failure;
            }
            throw new FerryException(ErrorCode.INTERNAL, "a call to AWS failed unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "calls to AWS were interrupted", e);
        }
    }
}
