package dev.ferry.local.lambda;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/// One instance of a function's handler with a thread of its own, in which it is also constructed.
///
/// A platform thread, not a virtual one: a handler that spins after it has timed out must not take a carrier from
/// everybody else.
///
/// *Threading*: one invocation at a time; whoever takes an environment from its pool owns it until it is put back.
final class ExecutionEnvironment implements AutoCloseable {

    private final FunctionDescription function;
    private final LambdaHostSettings settings;
    private final ExecutorService thread;
    private @Nullable Handler handler;

    ExecutionEnvironment(FunctionDescription function, LambdaHostSettings settings) {
        this.function = function;
        this.settings = settings;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("lambda-" + function.name()).factory());
    }

    /// Runs something in the environment's thread.
    ///
    /// *Errors*: `RejectedExecutionException` when the environment is closed.
    void execute(Runnable task) throws RejectedExecutionException {
        thread.execute(task);
    }

    /// The handler, once it has been constructed. Only for the environment's own thread.
    Optional<Handler> warmHandler() {
        return Optional.ofNullable(handler);
    }

    /// Constructs the handler. Only for the environment's own thread.
    ///
    /// *Errors*: what the constructor throws.
    Handler createHandler() throws Throwable {
        settings.output().attach(function.name());
        var created = Handler.create(function.handler(), settings.classes());
        handler = created;
        return created;
    }

    /// Interrupts what runs and takes no more.
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
