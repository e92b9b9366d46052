package dev.ferry.handlers.dynamodb;

import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.EncodedRows;
import dev.ferry.core.staging.Fragment;
import dev.ferry.core.staging.FragmentKey;
import dev.ferry.core.staging.FragmentMark;
import dev.ferry.core.staging.FragmentStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Fragments as items of the staging table; a bucket is one ordered query.
///
/// *Shape*: pk `{migration}#F#{kind}#{bucket}`, sk [FragmentKey#sortKey()], `rows` as
/// [dev.ferry.core.staging.FragmentEncoding] writes them, `mark` as [FragmentMark#bits()].
public final class DynamoDbFragmentStore implements FragmentStore {
    /// Items held before they are written: 200 of at most 300 KB.
    private static final int WAVE = 200;

    private final StagingTable staging;

    public DynamoDbFragmentStore(StagingTable staging) {
        this.staging = staging;
    }

    @Override
    public void putAll(Collection<Fragment> fragments) {
        long expiresAt = staging.expiry().epochSecond();
        List<Item> wave = new ArrayList<>(WAVE);
        for (Fragment fragment : fragments) {
            wave.add(item(fragment, expiresAt));
            if (wave.size() == WAVE) {
                staging.items().putAll(wave);
                wave.clear();
            }
        }
        staging.items().putAll(wave);
    }

    @Override
    public Stream<Fragment> bucket(EntityKind kind, Bucket bucket) {
        return staging.items().query(partition(kind, bucket), "").map(DynamoDbFragmentStore::fragment);
    }

    @Override
    public boolean holds(EntityKind kind, String entityId) {
        Bucket bucket = FragmentKey.bucketOf(kind, entityId, staging.buckets());
        return staging.items().holds(partition(kind, bucket), FragmentKey.entityPrefix(kind, entityId));
    }

    @Override
    public List<Fragment> ofEntity(EntityKind kind, String entityId) {
        Bucket bucket = FragmentKey.bucketOf(kind, entityId, staging.buckets());
        try (Stream<Item> items =
                staging.items().query(partition(kind, bucket), FragmentKey.entityPrefix(kind, entityId))) {
            return items.map(DynamoDbFragmentStore::fragment).toList();
        }
    }

    private Item item(Fragment fragment, long expiresAt) {
        FragmentKey key = fragment.key();
        return Item.at(new ItemKey(partition(key.kind(), key.bucket(staging.buckets())), key.sortKey()))
                .bytes("rows", fragment.encoded().bytes())
                .number("mark", fragment.mark().bits())
                .number(Expiry.ATTRIBUTE, expiresAt)
                .build();
    }

    private String partition(EntityKind kind, Bucket bucket) {
        return "%s#F#%s#%s".formatted(staging.migrationId(), kind.label(), bucket.label());
    }

    private static Fragment fragment(Item item) {
        return new Fragment(
                key(item.key().sort()), new EncodedRows(item.bytes("rows")), FragmentMark.ofBits(item.number("mark")));
    }

    // Only the file name, last but one, may itself hold a separator.
    private static FragmentKey key(String sort) {
        String[] parts = sort.split(String.valueOf(FragmentKey.SEPARATOR), 5);
        int chunkAt = parts[4].lastIndexOf(FragmentKey.SEPARATOR);
        return new FragmentKey(
                EntityKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                parts[1],
                parts[2],
                parts[3],
                parts[4].substring(0, chunkAt),
                Integer.parseInt(parts[4].substring(chunkAt + 1)));
    }
}
