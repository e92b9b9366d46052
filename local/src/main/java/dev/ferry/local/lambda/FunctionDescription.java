package dev.ferry.local.lambda;

import dev.ferry.local.endpoint.LocalAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// One function of the deployment.
///
/// *Shape* in `functions.json`:
/// `{"name":"load-batch","handler":"dev.ferry.handlers.LoadBatchHandler","description":"...","memoryMb":1769,
/// "timeoutSeconds":300,"reservedConcurrency":10,"environment":{"LEDGER_TABLE":"${LedgerTable}"},
/// "eventSources":[{"queue":"gates","batchSize":10,"maximumConcurrency":4}],"routes":["POST /events/{feed}"]}`.
/// `reservedConcurrency`, `environment`, `eventSources` and `routes` may be absent.
///
/// @param handler the class to instantiate; it implements `RequestHandler` or `RequestStreamHandler`
/// @param reservedConcurrency the most concurrent invocations; without it the function shares what others leave
/// @param environment variable names with values, in which `${Name}` stands for a resource of the deployment
/// @param routes route keys of the HTTP API whose requests the function answers
public record FunctionDescription(
        String name,
        String handler,
        String description,
        Sizing sizing,
        Map<String, String> environment,
        List<EventSource> eventSources,
        List<String> routes) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_]{1,64}");

    public FunctionDescription {
        Objects.requireNonNull(handler);
        Objects.requireNonNull(description);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Function name '%s' is not 1 to 64 letters, digits, hyphens and underscores".formatted(name));
        }
        environment = Map.copyOf(environment);
        eventSources = List.copyOf(eventSources);
        routes = List.copyOf(routes);
    }

    /// The function's ARN, without a qualifier.
    public String arn() {
        return LocalAccount.arn("lambda", "function:" + name);
    }

    /// What one function gets.
    ///
    /// @param memoryMb 128 to 10,240
    /// @param timeout 1 s to 15 min
    /// @param reservedConcurrency the most concurrent invocations; absent shares the account's
    public record Sizing(int memoryMb, Duration timeout, OptionalInt reservedConcurrency) {

        private static final int LEAST_MEMORY = 128;
        private static final int MOST_MEMORY = 10_240;
        private static final Duration LONGEST = Duration.ofSeconds(900);

        public Sizing {
            Objects.requireNonNull(reservedConcurrency);
            if (memoryMb < LEAST_MEMORY || memoryMb > MOST_MEMORY) {
                throw new IllegalArgumentException(
                        "memoryMb is %d; Lambda allows %d to %d".formatted(memoryMb, LEAST_MEMORY, MOST_MEMORY));
            }
            if (timeout.toSeconds() < 1 || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("timeoutSeconds is %d; Lambda allows 1 to %d"
                        .formatted(timeout.toSeconds(), LONGEST.toSeconds()));
            }
            if (reservedConcurrency.isPresent() && reservedConcurrency.getAsInt() < 0) {
                throw new IllegalArgumentException("reservedConcurrency is negative");
            }
        }
    }

    /// A queue whose messages invoke the function, in batches, with partial batch responses.
    ///
    /// @param batchSize 1 to 10,000; more than 10 needs a window of at least one second
    /// @param window how long a batch may wait to fill up; zero sends what one receive brought
    /// @param maximumConcurrency the most batches in work at once, 2 to 1,000
    public record EventSource(String queue, int batchSize, Duration window, int maximumConcurrency) {

        private static final int ONE_RECEIVE = 10;
        private static final int LARGEST_BATCH = 10_000;
        private static final int LEAST_CONCURRENCY = 2;
        private static final int MOST_CONCURRENCY = 1_000;
        private static final Duration LONGEST_WINDOW = Duration.ofSeconds(300);

        public EventSource {
            Objects.requireNonNull(queue);
            require(
                    batchSize >= 1 && batchSize <= LARGEST_BATCH,
                    "batchSize is %d; Lambda allows 1 to 10000",
                    batchSize);
            require(
                    !window.isNegative() && window.compareTo(LONGEST_WINDOW) <= 0,
                    "batchingWindowSeconds is %d; Lambda allows 0 to 300",
                    window.toSeconds());
            require(
                    batchSize <= ONE_RECEIVE || window.toSeconds() >= 1,
                    "batchSize is %d; more than 10 needs a batchingWindowSeconds of at least 1",
                    batchSize);
            require(
                    maximumConcurrency >= LEAST_CONCURRENCY && maximumConcurrency <= MOST_CONCURRENCY,
                    "maximumConcurrency is %d; Lambda allows 2 to 1000",
                    maximumConcurrency);
        }

        private static void require(boolean holds, String message, long value) {
            if (!holds) {
                throw new IllegalArgumentException(message.formatted(value));
            }
        }
    }
}
