package dev.ferry.cli.killed;

import java.util.Random;
import java.util.function.LongSupplier;

/// Where in its life a process is killed.
sealed interface KillPoint {
    /// One in so many kills comes by the clock, so that starting up is hit too.
    int BY_CLOCK = 4;

    /// About a fortieth of what the journals hold after an undisturbed run, doubled since half of it is the mean.
    int MOST_BYTES = 70_000;

    int MOST_MILLIS = 5_000;

    /// Whether the process has come so far.
    ///
    /// @param bytes by which the journals have grown since its start
    boolean reached(LongSupplier bytes, long millis);

    /// A random point.
    static KillPoint next(Random random) {
        return random.nextInt(BY_CLOCK) == 0
                ? new Elapsed(random.nextInt(MOST_MILLIS))
                : new Written(1 + random.nextInt(MOST_BYTES));
    }

    /// When the journals have grown by so many bytes.
    record Written(long most) implements KillPoint {
        @Override
        public boolean reached(LongSupplier bytes, long millis) {
            return bytes.getAsLong() >= most;
        }
    }

    /// When so much time has passed.
    record Elapsed(long most) implements KillPoint {
        @Override
        public boolean reached(LongSupplier bytes, long millis) {
            return millis >= most;
        }
    }

    /// At no point.
    record Never() implements KillPoint {
        @Override
        public boolean reached(LongSupplier bytes, long millis) {
            return false;
        }
    }
}
