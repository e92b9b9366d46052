package dev.ferry.local.lambda;

import dev.ferry.local.lambda.LambdaInvoker.Invocation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One invocation in one environment: initialisation when the environment is new, then the handler under its
/// timeout.
///
/// Whichever comes first, the handler's end or the timeout, decides the outcome and what becomes of the
/// environment; the other finds it decided. The environment is free again before the caller hears the outcome, so a
/// caller that calls at once is not refused.
final class Execution implements Runnable {

    /// What Lambda grants the initialisation of a function with SnapStart.
    private static final Duration INITIALISATION = Duration.ofSeconds(130);

    private final FunctionPool pool;
    private final ExecutionEnvironment environment;
    private final byte[] payload;
    private final CompletableFuture<Invocation> answer;
    private final String requestId;
    private final AtomicBoolean decided = new AtomicBoolean();

    Execution(
            FunctionPool pool, ExecutionEnvironment environment, byte[] payload, CompletableFuture<Invocation> answer) {
        this.pool = pool;
        this.environment = environment;
        this.payload = payload;
        this.answer = answer;
        this.requestId = pool.settings().requestIds().get();
    }

    @Override
    public void run() {
        var handler = initialise();
        if (handler != null) {
            invoke(handler);
        }
    }

    private @Nullable Handler initialise() {
        var warm = environment.warmHandler();
        if (warm.isPresent()) {
            return warm.get();
        }
        var limit = timeoutAfter(INITIALISATION);
        try {
            return environment.createHandler();
        } catch (Throwable thrown) {
            // A function's failure is its answer, whatever was thrown; the environment starts afresh, as on AWS.
            decide(FunctionError.of(thrown), false);
            return null;
        } finally {
            limit.cancel(false);
        }
    }

    private void invoke(Handler handler) {
        var function = pool.function();
        var settings = pool.settings();
        var timeout = function.sizing().timeout();
        var limit = timeoutAfter(timeout);
        var deadline = settings.clock().instant().plus(timeout);
        var logger = new ContextLogger(function.name(), settings.output());
        try {
            var context = new InvocationContext(function, requestId, deadline, settings.clock(), logger);
            decide(returned(handler.handle(payload, context)), true);
        } catch (Throwable thrown) {
            decide(FunctionError.of(thrown), true);
        } finally {
            limit.cancel(false);
        }
    }

    private static Invocation returned(byte[] bytes) {
        return bytes.length > LambdaHost.SYNCHRONOUS_PAYLOAD_BYTES
                ? FunctionError.responseTooLarge(bytes.length, LambdaHost.SYNCHRONOUS_PAYLOAD_BYTES)
                : new Invocation.Returned(bytes);
    }

    private Future<?> timeoutAfter(Duration limit) {
        return pool.timer()
                .schedule(
                        () -> decide(FunctionError.timeout(requestId, limit), false),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void decide(Invocation outcome, boolean reusable) {
        if (!decided.compareAndSet(false, true)) {
            return;
        }
        if (reusable) {
            pool.release(environment);
        } else {
            pool.discard(environment);
        }
        answer.complete(outcome);
    }
}
