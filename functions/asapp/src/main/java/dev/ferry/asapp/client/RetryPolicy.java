package dev.ferry.asapp.client;

import java.time.Duration;
import java.util.List;

/// After which waits a call is attempted again.
///
/// @param throttled after a refusal for pace; the shared timeline is pushed by as much for everybody
/// @param faulty after a fault of the server, or no answer
///
/// *Source*: ASAPP, API Rate Limits and Retry Logic.
public record RetryPolicy(List<Duration> throttled, List<Duration> faulty) {
    /// Copies the waits.
    public RetryPolicy {
        throttled = List.copyOf(throttled);
        faulty = List.copyOf(faulty);
    }

    /// As documented: 1, 2 and 4 seconds; 250, 500 and 1,000 ms.
    public static RetryPolicy standard() {
        return new RetryPolicy(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
                List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(1_000)));
    }
}
