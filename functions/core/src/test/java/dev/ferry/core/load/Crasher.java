package dev.ferry.core.load;

import java.util.Random;

/// Kills the work at points that a seed chooses; what was done before a point stays done.
final class Crasher {
    private final Random random;
    private double probability;

    Crasher(long seed, double probability) {
        this.random = new Random(seed);
        this.probability = probability;
    }

    static Crasher never() {
        return new Crasher(0, 0);
    }

    void point() {
        if (random.nextDouble() < probability) {
            probability *= 0.97;
            throw new Killed();
        }
    }

    /// The process died here.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
