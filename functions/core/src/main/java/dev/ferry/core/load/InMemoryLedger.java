package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// The ledger of tests.
public final class InMemoryLedger implements Ledger, UndoLedger {
    private final Map<ObjectName, NavigableMap<CanonicalId, Written>> objects = new ConcurrentHashMap<>();
    private final BucketCount buckets;

    public InMemoryLedger() {
        this(new BucketCount(1));
    }

    /// @param buckets of the migration
    public InMemoryLedger(BucketCount buckets) {
        this.buckets = buckets;
    }

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        Map<CanonicalId, LedgerEntry> found = new HashMap<>();
        written(object, keys).forEach((key, written) -> written.current().ifPresent(entry -> found.put(key, entry)));
        return Map.copyOf(found);
    }

    @Override
    public Map<CanonicalId, Written> written(ObjectName object, Collection<CanonicalId> keys) {
        Map<CanonicalId, Written> found = new HashMap<>();
        for (CanonicalId key : keys) {
            Written written = entries(object).get(key);
            if (written != null) {
                found.put(key, written);
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        entries.forEach(entry -> entries(object).put(entry.key(), new Written.Standing(entry)));
    }

    @Override
    public void undone(ObjectName object, Collection<Undone> notes) {
        notes.forEach(note -> entries(object).put(note.key(), note));
    }

    @Override
    public boolean knows(ObjectName object) {
        return !entries(object).isEmpty();
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        return List.copyOf(entries(object).values()).stream().flatMap(written -> written.current().stream());
    }

    @Override
    public Stream<Written> of(ObjectName object, Bucket bucket) {
        return List.copyOf(entries(object).values()).stream()
                .filter(written -> buckets.of(written.key().value()).equals(bucket));
    }

    private NavigableMap<CanonicalId, Written> entries(ObjectName object) {
        return objects.computeIfAbsent(object, name -> new ConcurrentSkipListMap<>());
    }
}
