package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// A fragment store in memory: the double for tests and benchmarks. *Threading*: safe.
///
/// It keeps fragments encoded, so that every test also proves the encoding.
public final class InMemoryFragmentStore implements FragmentStore {
    private final BucketCount buckets;
    private final ConcurrentMap<Partition, ConcurrentMap<String, StoredFragment>> stored = new ConcurrentHashMap<>();

    public InMemoryFragmentStore(BucketCount buckets) {
        this.buckets = buckets;
    }

    @Override
    public void putAll(Collection<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            FragmentKey key = fragment.key();
            stored.computeIfAbsent(new Partition(key.kind(), key.bucket(buckets)), _ -> new ConcurrentHashMap<>())
                    .put(
                            key.sortKey(),
                            new StoredFragment(key, FragmentEncoding.encode(fragment.rows()), fragment.mark()));
        }
    }

    @Override
    public Stream<Fragment> bucket(EntityKind kind, Bucket bucket) {
        return startingWith(new Partition(kind, bucket), "");
    }

    @Override
    public List<Fragment> ofEntity(EntityKind kind, String entityId) {
        Partition partition = new Partition(kind, FragmentKey.bucketOf(kind, entityId, buckets));
        return startingWith(partition, FragmentKey.entityPrefix(kind, entityId)).toList();
    }

    /// Loses a fragment, as a store never should.
    public void lose(FragmentKey key) {
        stored.getOrDefault(new Partition(key.kind(), key.bucket(buckets)), new ConcurrentHashMap<>())
                .remove(key.sortKey());
    }

    /// How many fragments are stored.
    public int size() {
        return stored.values().stream().mapToInt(ConcurrentMap::size).sum();
    }

    private Stream<Fragment> startingWith(Partition partition, String prefix) {
        return stored.getOrDefault(partition, new ConcurrentHashMap<>()).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().decode());
    }

    private record Partition(EntityKind kind, Bucket bucket) {}

    private record StoredFragment(FragmentKey key, EncodedRows rows, FragmentMark mark) {
        Fragment decode() {
            return new Fragment(key, FragmentEncoding.decode(rows), mark);
        }
    }
}
