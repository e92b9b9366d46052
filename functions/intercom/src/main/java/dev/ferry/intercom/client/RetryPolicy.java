package dev.ferry.intercom.client;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// After which waits a call is attempted again.
///
/// @param throttled how often a call that was refused for its pace is attempted again; the shared timeline says
///     when
/// @param faulty after a fault of the server or no answer, for calls that may be repeated
/// @param tooManyReplies after the throttle on replies to one conversation
/// @param scrollOpen while somebody else scrolls through the companies; a scroll that is left alone ends after a
/// minute
/// @param notYetThere after a 404 on something that was made a moment ago
///
/// *Source*: Intercom documents the rate limit alone; the waits for the other two are what public loaders found.
public record RetryPolicy(
        int throttled,
        List<Duration> faulty,
        List<Duration> tooManyReplies,
        List<Duration> scrollOpen,
        List<Duration> notYetThere) {
    private static final int SHORT_WAITS = 8;

    /// Copies the waits.
    public RetryPolicy {
        faulty = List.copyOf(faulty);
        tooManyReplies = List.copyOf(tooManyReplies);
        scrollOpen = List.copyOf(scrollOpen);
        notYetThere = List.copyOf(notYetThere);
    }

    /// Eight times for pace; 0.5, 1 and 2 s; four and five times 15 s; up to a minute for what is not there yet.
    public static RetryPolicy standard() {
        return new RetryPolicy(
                SHORT_WAITS,
                List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                Collections.nCopies(4, Duration.ofSeconds(15)),
                Collections.nCopies(5, Duration.ofSeconds(15)),
                List.of(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30)));
    }
}
