package dev.ferry.local.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The tenant's UTC time, which can be set, sped up and stopped, and the real time beneath it.
///
/// The real time never goes back: it is read once from the clock and then counted on by a ticker, so that arrivals
/// of requests can be compared.
///
/// *Threading*: safe for concurrent use.
public final class VirtualClock {
    private static final long NANOS = 1_000_000_000;
    private static final double LONGEST_MILLIS = 60_000;

    private final LongSupplier ticker;
    private final long startTick;
    private final long startNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong changes = new AtomicLong();
    private volatile Setting setting;

    /// How the time goes: from `base` on at the real moment `setAtNanos`, so fast.
    ///
    /// @param setAtNanos real nanoseconds since 1970
    public record Setting(Instant base, long setAtNanos, double speed) {}

    /// @param ticker a steady count of nanoseconds from any origin
    public VirtualClock(Clock real, LongSupplier ticker, ClockRules rules) {
        Instant start = real.instant();
        this.ticker = ticker;
        this.startTick = ticker.getAsLong();
        this.startNanos = Math.addExact(Math.multiplyExact(start.getEpochSecond(), NANOS), start.getNano());
        Instant base = rules.clock() == null ? start : rules.clock();
        this.setting = new Setting(base, startNanos, rules.clockSpeed());
    }

    /// The real time. *Units*: nanoseconds since 1970.
    public long realNanos() {
        return startNanos + (ticker.getAsLong() - startTick);
    }

    /// The tenant's time.
    public Instant now() {
        return at(realNanos());
    }

    /// The tenant's time at a real moment.
    public Instant at(long realNanos) {
        Setting current = setting;
        long passed = realNanos - current.setAtNanos();
        long virtual = current.speed() == 1 ? passed : (long) (passed * current.speed());
        return current.base().plusNanos(virtual);
    }

    /// How it goes.
    public Setting setting() {
        return setting;
    }

    /// Sets the time from now on.
    public Setting set(Instant now, double speed) {
        ClockRules checked = new ClockRules(now, speed);
        Setting next = new Setting(now, realNanos(), checked.clockSpeed());
        setting = next;
        wake();
        return next;
    }

    /// How often something changed that somebody may wait for; to be read before looking at it.
    public long changes() {
        return changes.get();
    }

    /// Waits until the tenant's time has come or something has changed.
    ///
    /// @param seen what [#changes] was before the caller looked
    public void await(Instant moment, long seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (changes.get() == seen && now().isBefore(moment)) {
                changed.await(realMillis(Duration.between(now(), moment)), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private long realMillis(Duration virtual) {
        double speed = setting.speed();
        double millis = virtual.toSeconds() * 1_000.0 + virtual.toMillisPart();
        return 1 + (long) (speed == 0 ? LONGEST_MILLIS : Math.min(millis / speed, LONGEST_MILLIS));
    }

    /// Ends every [#await], since something has changed.
    public void wake() {
        lock.lock();
        try {
            changes.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes up an earlier setting; the time has gone on meanwhile.
    public void resume(Setting earlier) {
        setting = earlier;
    }
}
