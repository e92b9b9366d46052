package dev.ferry.handlers.dynamodb;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before trying again: a random share of an exponentially growing span ("full jitter"), bounded
/// in span and in number.
///
/// @param attempts how often work is tried before it is given up
/// @param chance gives a number from 0 to 1, exclusive
public record Backoff(Duration first, Duration longest, int attempts, DoubleSupplier chance, Pause pause) {

    /// Ten attempts, from 50 milliseconds up to 5 seconds: together at most about half a minute.
    public static Backoff standard() {
        // Unlike other sources of chance, this one differs between environments restored from one snapshot.
        SecureRandom random = new SecureRandom();
        return new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5), 10, random::nextDouble, Thread::sleep);
    }

    /// The wait after a failed attempt, counted from 0.
    Duration afterAttempt(int attempt) {
        double span = Math.min(longest.toMillis(), first.toMillis() * Math.pow(2, attempt));
        return Duration.ofMillis((long) (span * chance.getAsDouble()));
    }

    /// Waits after a failed attempt.
    ///
    /// *Errors*: `STORE_UNAVAILABLE` when that was the last attempt.
    void waitAfter(int attempt, String what) {
        if (attempt + 1 >= attempts) {
            throw new FerryException(
                    ErrorCode.STORE_UNAVAILABLE, "%s was still throttled after %d attempts".formatted(what, attempts));
        }
        try {
            pause.pause(afterAttempt(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, what + " was interrupted between attempts", e);
        }
    }

    /// How time passes.
    @FunctionalInterface
    public interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }
}
