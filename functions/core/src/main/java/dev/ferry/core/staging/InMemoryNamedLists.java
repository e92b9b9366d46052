package dev.ferry.core.staging;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Named lists in memory: the double for tests. *Threading*: safe.
public final class InMemoryNamedLists implements NamedLists {
    private final ConcurrentMap<String, ConcurrentSkipListMap<String, List<Quarantined>>> lists =
            new ConcurrentHashMap<>();

    @Override
    public void put(String list, String unit, List<Quarantined> entries) {
        lists.computeIfAbsent(list, _ -> new ConcurrentSkipListMap<>()).put(unit, List.copyOf(entries));
    }

    /// All entries of a list, by unit.
    public List<Quarantined> entries(String list) {
        return lists.getOrDefault(list, new ConcurrentSkipListMap<>()).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
