package dev.ferry.handlers.dynamodb;

import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.target.ObjectName;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The ledger as items that never expire.
///
/// *Shape*: pk `{migration}#{target}#{object}#{bucket}`, sk the record's key; attributes as [LedgerItems] writes
/// them.
public final class DynamoDbLedger implements Ledger {
    private final ItemTable table;
    private final LedgerScope scope;

    public DynamoDbLedger(ItemTable table, LedgerScope scope) {
        this.table = table;
        this.scope = scope;
    }

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        return table.getAll(keys.stream().map(key -> itemKey(object, key)).toList()).stream()
                .map(LedgerItems::entry)
                .collect(Collectors.toUnmodifiableMap(LedgerEntry::key, Function.identity()));
    }

    @Override
    public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        table.putAll(entries.stream()
                .map(entry -> LedgerItems.item(itemKey(object, entry.key()), entry))
                .toList());
    }

    @Override
    public boolean knows(ObjectName object) {
        return table.isAnyFilled(partitions(object).toList());
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        return partitions(object)
                .flatMap(partition -> table.query(partition, ""))
                .map(LedgerItems::entry);
    }

    private Stream<String> partitions(ObjectName object) {
        return IntStream.range(0, scope.buckets().value()).mapToObj(number -> partition(object, new Bucket(number)));
    }

    private ItemKey itemKey(ObjectName object, CanonicalId key) {
        return new ItemKey(partition(object, scope.buckets().of(key.value())), key.value());
    }

    private String partition(ObjectName object, Bucket bucket) {
        return "%s#%s#%s#%s".formatted(scope.migrationId(), scope.target(), object, bucket.label());
    }
}
