package dev.ferry.local.stepfunctions.timing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The clock, the threads and the waiting of one service.
///
/// *Threading*: safe for concurrent use. [#await] may be called only on a thread that [#start] began, or between
/// [VirtualTimekeeper#enter] and [VirtualTimekeeper#leave].
public interface Timekeeper {

    /// The present.
    Instant now();

    /// Runs a task on a thread of its own.
    void start(Runnable task);

    /// A latch that is shut.
    Latch latch();

    /// Waits until the latch is open or the deadline has come; without a deadline, until the latch is open.
    ///
    /// @return whether the latch was open
    boolean await(Latch latch, @Nullable Instant deadline);

    /// A gate that opens once and stays open.
    interface Latch {

        /// Lets through whoever waits.
        void open();
    }
}
