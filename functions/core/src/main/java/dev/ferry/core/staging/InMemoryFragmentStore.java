package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// A fragment store in memory: the double for tests and benchmarks. *Threading*: safe.
public final class InMemoryFragmentStore implements FragmentStore {
    private final BucketCount buckets;
    private final ConcurrentMap<Partition, Entities> stored = new ConcurrentHashMap<>();

    public InMemoryFragmentStore(BucketCount buckets) {
        this.buckets = buckets;
    }

    @Override
    public void putAll(Collection<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            FragmentKey key = fragment.key();
            stored.computeIfAbsent(new Partition(key.kind(), key.bucket(buckets)), _ -> new Entities())
                    .put(fragment);
        }
    }

    @Override
    public Stream<Fragment> bucket(EntityKind kind, Bucket bucket) {
        return stored.getOrDefault(new Partition(kind, bucket), new Entities()).all();
    }

    @Override
    public List<Fragment> ofEntity(EntityKind kind, String entityId) {
        Partition partition = new Partition(kind, FragmentKey.bucketOf(kind, entityId, buckets));
        return stored.getOrDefault(partition, new Entities()).of(entityId).toList();
    }

    /// Loses a fragment, as a store never should.
    public void lose(FragmentKey key) {
        stored.getOrDefault(new Partition(key.kind(), key.bucket(buckets)), new Entities())
                .remove(key);
    }

    /// How many fragments are stored.
    public int size() {
        return stored.values().stream().mapToInt(Entities::size).sum();
    }

    private record Partition(EntityKind kind, Bucket bucket) {}

    /// The fragments of a partition by entity and sort key. An entity is found at once, and order is made when they
    /// are read.
    private static final class Entities {
        private final ConcurrentMap<String, ConcurrentMap<String, Fragment>> byId = new ConcurrentHashMap<>();

        void put(Fragment fragment) {
            byId.computeIfAbsent(fragment.key().entityId(), _ -> new ConcurrentHashMap<>())
                    .put(fragment.key().sortKey(), fragment);
        }

        void remove(FragmentKey key) {
            byId.getOrDefault(key.entityId(), new ConcurrentHashMap<>()).remove(key.sortKey());
        }

        Stream<Fragment> all() {
            return byId.keySet().stream().sorted().flatMap(this::of);
        }

        Stream<Fragment> of(String entityId) {
            return byId.getOrDefault(entityId, new ConcurrentHashMap<>()).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue);
        }

        int size() {
            return byId.values().stream().mapToInt(ConcurrentMap::size).sum();
        }
    }
}
