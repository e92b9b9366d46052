package dev.ferry.salesforce.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often and how patiently a request that may be repeated is repeated.
///
/// Shape: attempt n waits a random time between zero and `firstDelay` x 2^(n-1), at most `maxDelay` (full
/// jitter). `tries` counts the first attempt. A `Retry-After` up to `maxDelay` is obeyed instead; a longer
/// one is handed to the caller, who can wait at no cost.
public record RetryPolicy(int tries, Duration firstDelay, Duration maxDelay) {
    private static final int MAX_DOUBLINGS = 20;

    /// Refuses less than one try and delays that are not positive or shrink.
    public RetryPolicy {
        if (tries < 1 || !firstDelay.isPositive() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("Retry policy needs tries >= 1 and 0 < firstDelay <= maxDelay, got "
                    + tries + ", " + firstDelay + ", " + maxDelay);
        }
    }

    /// Five tries, from half a second, at most half a minute.
    public static RetryPolicy standard() {
        return new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /// The wait after the given attempt failed (the first attempt is 1).
    public Duration delayAfter(int attempt, RandomGenerator random) {
        var ceiling = firstDelay.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS));
        var millis = (ceiling.compareTo(maxDelay) < 0 ? ceiling : maxDelay).toMillis();
        return Duration.ofMillis(random.nextLong(millis + 1));
    }
}
