package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
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
public final class InMemoryLedger implements Ledger {
    private final Map<ObjectName, NavigableMap<CanonicalId, LedgerEntry>> objects = new ConcurrentHashMap<>();

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        Map<CanonicalId, LedgerEntry> found = new HashMap<>();
        for (CanonicalId key : keys) {
            LedgerEntry entry = entries(object).get(key);
            if (entry != null) {
                found.put(key, entry);
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        entries.forEach(entry -> entries(object).put(entry.key(), entry));
    }

    @Override
    public boolean knows(ObjectName object) {
        return !entries(object).isEmpty();
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        return List.copyOf(entries(object).values()).stream();
    }

    private NavigableMap<CanonicalId, LedgerEntry> entries(ObjectName object) {
        return objects.computeIfAbsent(object, name -> new ConcurrentSkipListMap<>());
    }
}
