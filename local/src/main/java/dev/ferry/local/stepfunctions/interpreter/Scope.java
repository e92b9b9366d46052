package dev.ferry.local.stepfunctions.interpreter;

import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is halted together: an execution, or the branches of one Parallel or Map state.
///
/// *Threading*: safe for concurrent use.
final class Scope {

    /// Why a scope was halted.
    enum Reason {
        /// Its execution or a sibling has ended.
        ABORTED,
        /// The service closes; the execution goes on when it starts again.
        SHUTDOWN
    }

    private final Timekeeper timekeeper;
    private final @Nullable Scope parent;
    private final Set<Timekeeper.Latch> waiting = new HashSet<>();
    private final Set<Scope> children = new HashSet<>();
    private @Nullable Reason halted;

    Scope(Timekeeper timekeeper, @Nullable Scope parent) {
        this.timekeeper = timekeeper;
        this.parent = parent;
        if (parent != null) {
            parent.adopt(this);
        }
    }

    private synchronized void adopt(Scope child) {
        children.add(child);
        if (halted != null) {
            child.halt(halted);
        }
    }

    /// Halts everything in it.
    void halt(Reason reason) {
        Set<Timekeeper.Latch> latches;
        Set<Scope> inner;
        synchronized (this) {
            if (halted != null) {
                return;
            }
            halted = reason;
            latches = Set.copyOf(waiting);
            inner = Set.copyOf(children);
        }
        latches.forEach(Timekeeper.Latch::open);
        inner.forEach(child -> child.halt(reason));
    }

    /// Forgets this scope once its work is over.
    void close() {
        if (parent != null) {
            synchronized (parent) {
                parent.children.remove(this);
            }
        }
    }

    /// Why it was halted, or null.
    synchronized @Nullable Reason halted() {
        return halted;
    }

    /// Throws [Halted] when there is nothing more to do.
    void check() {
        if (halted() != null) {
            throw new Halted();
        }
    }

    /// Waits until the latch is open or the deadline has come.
    ///
    /// @return whether the latch was opened
    boolean await(Timekeeper.Latch latch, @Nullable Instant deadline) {
        synchronized (this) {
            if (halted != null) {
                throw new Halted();
            }
            waiting.add(latch);
        }
        try {
            boolean opened = timekeeper.await(latch, deadline);
            check();
            return opened;
        } finally {
            synchronized (this) {
                waiting.remove(latch);
            }
        }
    }
}
