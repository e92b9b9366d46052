package dev.ferry.local.intercom;

import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.load.Undone;
import dev.ferry.core.load.Written;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// A ledger at which the process dies now and then, before a note is written or right after it.
final class CrashingLedger implements Ledger, UndoLedger {
    private final InMemoryLedger ledger;
    private final Random random;
    private double probability;
    private int kills;

    CrashingLedger(InMemoryLedger ledger, Random random, double probability) {
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

    @Override
    public synchronized void undone(ObjectName object, Collection<Undone> notes) {
        die();
        ledger.undone(object, notes);
        die();
    }

    @Override
    public Stream<Written> of(ObjectName object, Bucket bucket) {
        return ledger.of(object, bucket);
    }

    @Override
    public Map<CanonicalId, Written> written(ObjectName object, Collection<CanonicalId> keys) {
        return ledger.written(object, keys);
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
