package dev.ferry.local.stepfunctions;

import dev.ferry.local.stepfunctions.query.Chance;
import java.util.Random;
import java.util.UUID;

/// Chance that comes out the same each time.
final class SeededChance implements Chance {

    private final Random random;

    SeededChance(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public synchronized double number() {
        return random.nextDouble();
    }

    @Override
    public synchronized UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
