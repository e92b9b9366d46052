package dev.ferry.handlers.billing;

import dev.ferry.core.cost.Bill;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Counts what one invocation uses.
///
/// An invocation runs under its meter; the threads that it starts inherit it, virtual ones included. Code that
/// works for no invocation has none.
///
/// *Threading*: safe for concurrent use.
public final class Meter {
    private static final InheritableThreadLocal<Meter> CURRENT = new InheritableThreadLocal<>();

    private final Map<Used, DoubleAdder> used = new ConcurrentHashMap<>();
    private final LongAdder storeNanos = new LongAdder();
    private volatile Consumer<Bill> bills = _ -> {};

    /// What is counted here; memory and time are the invocation's own.
    public enum Used {
        WRITE_UNITS,
        READ_UNITS,
        OBJECT_WRITES,
        OBJECT_READS,
        QUEUE_REQUESTS
    }

    /// The meter of the invocation that this thread works for.
    public static Optional<Meter> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /// Runs work under this meter.
    public <T> T running(Supplier<T> work) {
        Meter before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /// Adds to a count.
    public void add(Used what, double amount) {
        used.computeIfAbsent(what, _ -> new DoubleAdder()).add(amount);
    }

    /// How much so far.
    public double of(Used what) {
        DoubleAdder sum = used.get(what);
        return sum == null ? 0 : sum.sum();
    }

    /// Adds the time of one call to a service of AWS.
    public void waited(Duration time) {
        storeNanos.add(time.toNanos());
    }

    /// Says where the bill of the invocation is to be put when it ends. Who opens a run does, since the bill is the
    /// run's; an invocation that opens none puts it nowhere.
    public void billTo(Consumer<Bill> place) {
        bills = place;
    }

    /// Puts the bill where it belongs.
    public void put(Bill bill) {
        bills.accept(bill);
    }

    /// How long calls to services of AWS took, one after the other.
    public Duration waitedForStores() {
        return Duration.ofNanos(storeNanos.sum());
    }
}
