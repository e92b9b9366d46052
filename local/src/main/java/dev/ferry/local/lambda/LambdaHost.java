package dev.ferry.local.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.ferry.local.endpoint.LocalAccount;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;

/// Runs the functions of a deployment in this JVM, with the limits that Lambda has.
///
/// *Threading*: safe for concurrent use; `invoke` blocks until the function has answered.
public final class LambdaHost implements LambdaInvoker, AutoCloseable {

    /// The most that a synchronous call carries in either direction.
    public static final int SYNCHRONOUS_PAYLOAD_BYTES = 6 * 1024 * 1024;

    private final Deployment deployment;
    private final Map<String, FunctionPool> pools = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;
    private final JsonFactory json = new JsonFactory();

    /// *Errors*: `IllegalArgumentException` when more concurrency is reserved than the account has.
    public LambdaHost(Deployment deployment, LambdaHostSettings settings) {
        this.deployment = deployment;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("lambda-timeouts").factory());
        timer.setRemoveOnCancelPolicy(true);
        var shared = new Semaphore(unreserved(deployment, settings.accountConcurrency()));
        for (var function : deployment.functions()) {
            var reserved = function.sizing().reservedConcurrency();
            var concurrency = reserved.isPresent() ? new Semaphore(reserved.getAsInt()) : shared;
            pools.put(function.name(), new FunctionPool(function, settings, concurrency, timer));
        }
    }

    /// The functions that this host runs.
    public Deployment deployment() {
        return deployment;
    }

    @Override
    public Invocation invoke(String function, byte[] payload) {
        var refusal = check(function, payload);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var pool = pools.get(FunctionReference.parse(function).name());
        if (pool == null) {
            throw new IllegalStateException("Function %s was checked and is gone".formatted(function));
        }
        return pool.invoke(payload);
    }

    /// Why a call would be refused before it reaches the function; empty when it would not.
    Optional<Invocation> check(String function, byte[] payload) {
        var name = FunctionReference.parse(function).name();
        if (!pools.containsKey(name)) {
            return Optional.of(new Invocation.Refused(
                    "ResourceNotFoundException",
                    "Function not found: " + LocalAccount.arn("lambda", "function:" + name),
                    HttpStatus.NOT_FOUND));
        }
        if (payload.length > SYNCHRONOUS_PAYLOAD_BYTES) {
            return Optional.of(new Invocation.Refused(
                    "RequestTooLargeException",
                    "Request must be smaller than %d bytes for the InvokeFunction operation"
                            .formatted(SYNCHRONOUS_PAYLOAD_BYTES),
                    HttpStatus.PAYLOAD_TOO_LARGE));
        }
        if (!isJson(payload)) {
            return Optional.of(new Invocation.Refused(
                    "InvalidRequestContentException",
                    "Could not parse request body into json: the payload of function %s is not one JSON value"
                            .formatted(name),
                    HttpStatus.BAD_REQUEST));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pools.values().forEach(FunctionPool::close);
    }

    private static int unreserved(Deployment deployment, int account) {
        var reserved = deployment.functions().stream()
                .mapToInt(function -> function.sizing().reservedConcurrency().orElse(0))
                .sum();
        if (reserved > account) {
            throw new IllegalArgumentException(
                    "The functions reserve a concurrency of %d; the account has %d".formatted(reserved, account));
        }
        return account - reserved;
    }

    private boolean isJson(byte[] payload) {
        try (var parser = json.createParser(payload)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            JsonToken behind = parser.nextToken();
            return behind == null;
        } catch (IOException e) {
            return false;
        }
    }
}
