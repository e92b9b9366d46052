package dev.ferry.core.identity;

import dev.ferry.core.source.CanonicalId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// An identity store in memory: the double for tests and benchmarks. *Threading*: safe.
public final class InMemoryIdentityStore implements IdentityStore {
    private final Map<IdentitySpace, ConcurrentMap<CanonicalId, CanonicalId>> spaces =
            new EnumMap<>(IdentitySpace.class);
    private final ConcurrentMap<IdentityEntry, Set<CanonicalId>> groups = new ConcurrentHashMap<>();

    public InMemoryIdentityStore() {
        for (IdentitySpace space : IdentitySpace.values()) {
            spaces.put(space, new ConcurrentHashMap<>());
        }
    }

    @Override
    public void putAll(Collection<IdentityEntry> entries) {
        for (IdentityEntry entry : entries) {
            CanonicalId former = in(entry.space()).put(entry.alias(), entry.canonical());
            if (former != null) {
                aliases(entry.space(), former).remove(entry.alias());
            }
            aliases(entry.space(), entry.canonical()).add(entry.alias());
        }
    }

    @Override
    public Map<CanonicalId, CanonicalId> lookup(IdentitySpace space, Collection<CanonicalId> aliases) {
        Map<CanonicalId, CanonicalId> found = new HashMap<>();
        for (CanonicalId alias : aliases) {
            CanonicalId canonical = in(space).get(alias);
            if (canonical != null) {
                found.put(alias, canonical);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    @Override
    public List<CanonicalId> aliasesOf(IdentitySpace space, CanonicalId canonical) {
        return aliases(space, canonical).stream()
                .filter(alias -> !alias.equals(canonical))
                .toList();
    }

    private Set<CanonicalId> aliases(IdentitySpace space, CanonicalId canonical) {
        return groups.computeIfAbsent(
                new IdentityEntry(space, canonical, canonical), _ -> new ConcurrentSkipListSet<>());
    }

    private ConcurrentMap<CanonicalId, CanonicalId> in(IdentitySpace space) {
        return Objects.requireNonNull(spaces.get(space));
    }
}
