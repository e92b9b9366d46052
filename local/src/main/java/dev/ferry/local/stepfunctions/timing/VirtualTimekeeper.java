package dev.ferry.local.stepfunctions.timing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Virtual time: the clock jumps to the earliest deadline as soon as every thread waits. A year passes in
/// microseconds, in the right order.
///
/// *Threading*: safe for concurrent use; one lock guards clock and waiters.
public final class VirtualTimekeeper implements Timekeeper {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiter> waiters = new ArrayList<>();
    private Instant now;
    private int active;

    /// Starts at the given moment.
    public VirtualTimekeeper(Instant start) {
        this.now = start;
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    /// Counts the calling thread among those that hold time still until they wait.
    public void enter() {
        lock.lock();
        try {
            active++;
        } finally {
            lock.unlock();
        }
    }

    /// Undoes [#enter].
    public void leave() {
        lock.lock();
        try {
            active--;
            advanceIfIdle();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start(Runnable task) {
        enter();
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } finally {
                leave();
            }
        });
    }

    @Override
    public Latch latch() {
        return new VirtualLatch();
    }

    @Override
    public boolean await(Latch latch, @Nullable Instant deadline) {
        var gate = (VirtualLatch) latch;
        lock.lock();
        try {
            if (gate.isOpen || (deadline != null && !deadline.isAfter(now))) {
                return gate.isOpen;
            }
            var waiter = new Waiter(gate, deadline, lock.newCondition());
            waiters.add(waiter);
            active--;
            advanceIfIdle();
            while (!waiter.released) {
                waiter.wake.awaitUninterruptibly();
            }
            return gate.isOpen;
        } finally {
            lock.unlock();
        }
    }

    private void advanceIfIdle() {
        if (active > 0) {
            return;
        }
        @Nullable Waiter next = null;
        @Nullable Instant earliest = null;
        for (var waiter : waiters) {
            var deadline = waiter.deadline;
            if (deadline != null && (earliest == null || deadline.isBefore(earliest))) {
                next = waiter;
                earliest = deadline;
            }
        }
        if (next != null && earliest != null) {
            now = earliest.isAfter(now) ? earliest : now;
            release(next);
        }
    }

    private void release(Waiter waiter) {
        waiter.released = true;
        waiters.remove(waiter);
        active++;
        waiter.wake.signal();
    }

    private final class VirtualLatch implements Latch {
        private boolean isOpen;

        @Override
        public void open() {
            lock.lock();
            try {
                isOpen = true;
                for (var waiter : List.copyOf(waiters)) {
                    if (waiter.latch == this) {
                        release(waiter);
                    }
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Waiter {
        private final VirtualLatch latch;
        private final @Nullable Instant deadline;
        private final Condition wake;
        private boolean released;

        Waiter(VirtualLatch latch, @Nullable Instant deadline, Condition wake) {
            this.latch = latch;
            this.deadline = deadline;
            this.wake = wake;
        }
    }
}
