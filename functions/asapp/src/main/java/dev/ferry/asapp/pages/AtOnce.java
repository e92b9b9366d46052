package dev.ferry.asapp.pages;

import dev.ferry.asapp.client.AsappException;
import dev.ferry.asapp.client.AsappException.Failure;
import dev.ferry.asapp.client.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The requests of one page, on a virtual thread each. Their number is that of a page, which bounds them.
final class AtOnce {
    private AtOnce() {}

    /// The results in the order of the calls. The first failure is thrown after all calls have ended.
    static <T> List<T> all(List<Callable<T>> calls) {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = calls.stream().map(threads::submit).toList();
            for (Future<T> call : running) {
                results.add(call.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a call failed unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AsappException(ErrorCode.INTERRUPTED, Failure.of("wait for the requests of a page"));
        }
    }
}
