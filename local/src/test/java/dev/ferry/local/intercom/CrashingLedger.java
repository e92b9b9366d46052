package dev.ferry.local.intercom;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// A ledger at which the process dies now and then, before a note is written or right after it.
final class CrashingLedger implements Ledger {
    private final Ledger ledger;
    private final Random random;
    private double probability;
    private int kills;

    CrashingLedger(Ledger ledger, Random random, double probability) {
        this.ledger = ledger;
        this.random = random;
        this.probability = probability;
    }

    /// The process died here.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    int kills() {
        return kills;
    }

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        return ledger.find(object, keys);
    }

    @Override
    public synchronized void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        die();
        ledger.put(object, entries);
        die();
    }

    private void die() {
        if (random.nextDouble() < probability) {
            probability *= 0.95;
            kills++;
            throw new Killed();
        }
    }

    @Override
    public boolean knows(ObjectName object) {
        return ledger.knows(object);
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        return ledger.all(object);
    }
}
