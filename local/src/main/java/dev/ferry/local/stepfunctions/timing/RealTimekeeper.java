package dev.ferry.local.stepfunctions.timing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Real time on virtual threads.
///
/// *Threading*: safe for concurrent use.
public final class RealTimekeeper implements Timekeeper {

    /// A deadline further away than this is waited for in several goes, so that nanoseconds do not overflow.
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final Clock clock;

    /// Time by the given clock.
    public RealTimekeeper(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void start(Runnable task) {
        Thread.ofVirtual().name("stepfunctions").start(task);
    }

    @Override
    public Latch latch() {
        return new CountedLatch(new CountDownLatch(1));
    }

    @Override
    public boolean await(Latch latch, @Nullable Instant deadline) {
        var counted = ((CountedLatch) latch).count();
        try {
            if (deadline == null) {
                counted.await();
                return true;
            }
            return awaitUntil(counted, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A wait of the state machine service was interrupted", e);
        }
    }

    private boolean awaitUntil(CountDownLatch counted, Instant deadline) throws InterruptedException {
        while (true) {
            var left = Duration.between(now(), deadline);
            if (left.isNegative() || left.isZero()) {
                return counted.getCount() == 0;
            }
            var step = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
            if (counted.await(step.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        }
    }

    private record CountedLatch(CountDownLatch count) implements Latch {
        @Override
        public void open() {
            count.countDown();
        }
    }
}
