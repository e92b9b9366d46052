package dev.ferry.core.time;

import java.time.Duration;

/// The act of waiting, so that tests can wait without time passing.
@FunctionalInterface
public interface Sleeper {
    /// Blocks for the given time. Throws when the thread is interrupted.
    void sleep(Duration time) throws InterruptedException;

    /// Waits in real time.
    static Sleeper system() {
        return Thread::sleep;
    }
}
