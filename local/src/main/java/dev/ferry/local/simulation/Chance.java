package dev.ferry.local.simulation;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Where everything random comes from.
///
/// *Threading*: safe for concurrent use. With one seed and one order of questions the answers are alike.
public final class Chance {
    private final long seed;
    private final SplittableRandom random;
    private final Supplier<UUID> ids;

    /// @param ids fresh ids, which must not repeat after a restart
    public Chance(long seed, Supplier<UUID> ids) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.ids = ids;
    }

    /// The seed, for what is to fall alike whenever it is asked.
    public long seed() {
        return seed;
    }

    /// A fresh id.
    public UUID id() {
        return ids.get();
    }

    /// Whether something of that probability happens now.
    public synchronized boolean strikes(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /// Whether something of that probability happens to a thing, whenever it is asked.
    public boolean marks(double probability, String thing) {
        return probability > 0 && fixed(thing).nextDouble() < probability;
    }

    /// A number from 0 up to a bound, which is excluded, that belongs to a thing whenever it is asked.
    public int share(int bound, String thing) {
        return fixed(thing).nextInt(bound);
    }

    private SplittableRandom fixed(String thing) {
        return new SplittableRandom(seed * 31 + thing.hashCode());
    }

    /// A number from 0 up to a bound, which is excluded.
    public synchronized int below(int bound) {
        return random.nextInt(bound);
    }
}
