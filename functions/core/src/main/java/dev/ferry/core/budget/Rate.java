package dev.ferry.core.budget;

import java.time.Duration;

/// So many requests in so much time.
public record Rate(int requests, Duration per) {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /// Refuses a rate at which nothing ever happens.
    public Rate {
        if (requests < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("A rate of " + requests + " in " + per + " lets nothing pass");
        }
    }

    /// So many in each second.
    public static Rate perSecond(int requests) {
        return new Rate(requests, Duration.ofSeconds(1));
    }

    /// The time from one request to the next. *Units*: whole microseconds, rounded up.
    public Duration spacing() {
        return Duration.ofNanos(Math.ceilDiv(per.toNanos(), requests * NANOS_PER_MICRO) * NANOS_PER_MICRO);
    }

    /// How many requests fit into a time, at most.
    public long in(Duration time) {
        return time.dividedBy(spacing());
    }

    /// The same in requests a second.
    public double perSecond() {
        return requests * NANOS_PER_SECOND / per.toNanos();
    }
}
