package dev.ferry.local.lambda;

import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/// The execution environments of one function: warm ones are used again, the latest first; new ones are made
/// while the concurrency allows.
///
/// *Threading*: safe for concurrent use; a call blocks until the function has answered or its time is up.
final class FunctionPool implements AutoCloseable {

    private final FunctionDescription function;
    private final LambdaHostSettings settings;
    private final Semaphore concurrency;
    private final ScheduledExecutorService timer;
    private final Deque<ExecutionEnvironment> warm = new ConcurrentLinkedDeque<>();

    /// @param concurrency the function's own when some is reserved for it, else what all others share
    FunctionPool(
            FunctionDescription function,
            LambdaHostSettings settings,
            Semaphore concurrency,
            ScheduledExecutorService timer) {
        this.function = function;
        this.settings = settings;
        this.concurrency = concurrency;
        this.timer = timer;
    }

    FunctionDescription function() {
        return function;
    }

    Invocation invoke(byte[] payload) {
        if (!concurrency.tryAcquire()) {
            return new Invocation.Refused("TooManyRequestsException", "Rate Exceeded.", HttpStatus.TOO_MANY_REQUESTS);
        }
        var free = warm.pollFirst();
        var environment = free == null ? new ExecutionEnvironment(function, settings) : free;
        var answer = new CompletableFuture<Invocation>();
        var execution = new Execution(this, environment, payload, answer);
        try {
            environment.execute(execution);
            return answer.get();
        } catch (RejectedExecutionException e) {
            concurrency.release();
            return stopping();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopping();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Function %s has no outcome".formatted(function.name()), e.getCause());
        }
    }

    /// Takes back an environment whose invocation ended in time.
    void release(ExecutionEnvironment environment) {
        warm.addFirst(environment);
        concurrency.release();
    }

    /// Gives up an environment that is not to be used again.
    void discard(ExecutionEnvironment environment) {
        environment.close();
        concurrency.release();
    }

    LambdaHostSettings settings() {
        return settings;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    public void close() {
        warm.forEach(ExecutionEnvironment::close);
        warm.clear();
    }

    private static Invocation stopping() {
        return new Invocation.Refused(
                "ServiceException", "The Lambda host is stopping.", HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
