package dev.ferry.local.stepfunctions.interpreter;

import dev.ferry.local.stepfunctions.timing.Timekeeper;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One execution: how it came about, what it runs, and its log.
///
/// *Threading*: safe for concurrent use.
public final class Execution {

    private final Origin origin;
    private final Program program;
    private final ExecutionLog log;
    private final Set<Timekeeper.Latch> watchers = new HashSet<>();
    private @Nullable Scope scope;

    Execution(Origin origin, Program program, ExecutionLog log) {
        this.origin = origin;
        this.program = program;
        this.log = log;
    }

    /// How it came about.
    public Origin origin() {
        return origin;
    }

    /// What it runs.
    public Program program() {
        return program;
    }

    /// Its history and outcome.
    public ExecutionLog log() {
        return log;
    }

    /// Opens the latch when the execution has ended, at once if it has.
    synchronized void watch(Timekeeper.Latch latch) {
        if (log.status() == ExecutionStatus.RUNNING) {
            watchers.add(latch);
        } else {
            latch.open();
        }
    }

    synchronized void unwatch(Timekeeper.Latch latch) {
        watchers.remove(latch);
    }

    /// Tells the watchers that the execution has ended.
    synchronized void announceEnd() {
        watchers.forEach(Timekeeper.Latch::open);
        watchers.clear();
    }

    /// Enters a new stretch of running.
    synchronized void running(Scope newScope) {
        scope = newScope;
    }

    /// Halts whatever of it is running.
    synchronized void halt(Scope.Reason reason) {
        if (scope != null) {
            scope.halt(reason);
        }
    }
}
