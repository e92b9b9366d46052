package dev.ferry.core.staging;

import dev.ferry.core.source.EntityKind;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// A fragment store in memory: the double for tests and benchmarks. *Threading*: safe.
///
/// It keeps fragments encoded, so that every test also proves the encoding.
public final class InMemoryFragmentStore implements FragmentStore {
    private final BucketCount buckets;
    private final ConcurrentMap<Bucket, ConcurrentSkipListMap<String, StoredFragment>> stored =
            new ConcurrentHashMap<>();

    public InMemoryFragmentStore(BucketCount buckets) {
        this.buckets = buckets;
    }

    @Override
    public void putAll(Collection<Fragment> fragments) {
        for (Fragment fragment : fragments) {
            stored.computeIfAbsent(fragment.key().bucket(buckets), _ -> new ConcurrentSkipListMap<>())
                    .put(
                            fragment.key().sortKey(),
                            new StoredFragment(fragment.key(), FragmentEncoding.encode(fragment.rows())));
        }
    }

    @Override
    public Stream<Fragment> bucket(EntityKind kind, Bucket bucket) {
        String prefix = kind.label() + FragmentKey.SEPARATOR;
        return startingWith(bucket, prefix);
    }

    @Override
    public List<Fragment> ofEntity(EntityKind kind, String entityId) {
        return startingWith(FragmentKey.bucketOf(kind, entityId, buckets), FragmentKey.entityPrefix(kind, entityId))
                .toList();
    }

    /// How many fragments are stored.
    public int size() {
        return stored.values().stream().mapToInt(ConcurrentSkipListMap::size).sum();
    }

    private Stream<Fragment> startingWith(Bucket bucket, String prefix) {
        ConcurrentSkipListMap<String, StoredFragment> inBucket = stored.get(bucket);
        return inBucket == null
                ? Stream.empty()
                : inBucket.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                        .map(StoredFragment::decode);
    }

    private record StoredFragment(FragmentKey key, EncodedRows rows) {
        Fragment decode() {
            return new Fragment(key, FragmentEncoding.decode(rows));
        }
    }
}
