package dev.ferry.local.simulation;

import java.io.InterruptedIOException;
import java.time.Duration;

/// Time that an answer takes on purpose.
public final class Pause {
    private Pause() {}

    /// Waits. *Errors*: `InterruptedIOException` when the simulator closes meanwhile.
    public static void of(Duration time) throws InterruptedIOException {
        if (time.isPositive()) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The simulator closes");
            }
        }
    }
}
