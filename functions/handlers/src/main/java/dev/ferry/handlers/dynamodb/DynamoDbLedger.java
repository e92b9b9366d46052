package dev.ferry.handlers.dynamodb;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ledger as items that never expire, or a plan's notes as items that go with staging data.
///
/// *Shape*: pk `{migration}#{target}#{object}#{bucket}`, sk the record's key; attributes as [LedgerItems] writes
/// them.
public final class DynamoDbLedger implements Ledger, UndoLedger {
    /// Of how many partitions the first page is fetched while earlier ones are consumed.
    private static final int ASKED_AHEAD = 4;

    private final ItemTable table;
    private final LedgerScope scope;
    private final @Nullable Expiry expiry;

    public DynamoDbLedger(ItemTable table, LedgerScope scope) {
        this(table, scope, null);
    }

    private DynamoDbLedger(ItemTable table, LedgerScope scope, @Nullable Expiry expiry) {
        this.table = table;
        this.scope = scope;
        this.expiry = expiry;
    }

    /// The notes of a plan, in the staging table.
    public static Ledger notes(StagingTable staging, String runId, String target) {
        String scope = "%s#P#%s".formatted(staging.migrationId(), runId);
        return new DynamoDbLedger(staging.items(), new LedgerScope(scope, target, staging.buckets()), staging.expiry());
    }

    @Override
    public Map<CanonicalId, LedgerEntry> find(ObjectName object, Collection<CanonicalId> keys) {
        return stored(object, keys)
                .flatMap(written -> written.current().stream())
                .collect(Collectors.toUnmodifiableMap(LedgerEntry::key, Function.identity()));
    }

    @Override
    public Map<CanonicalId, Written> written(ObjectName object, Collection<CanonicalId> keys) {
        return stored(object, keys).collect(Collectors.toUnmodifiableMap(Written::key, Function.identity()));
    }

    private Stream<Written> stored(ObjectName object, Collection<CanonicalId> keys) {
        return table.getAll(keys.stream().map(key -> itemKey(object, key)).toList()).stream()
                .map(LedgerItems::written);
    }

    @Override
    public void undone(ObjectName object, Collection<Undone> notes) {
        table.putAll(notes.stream()
                .map(note -> LedgerItems.note(itemKey(object, note.key()), note))
                .toList());
    }

    @Override
    public Stream<Written> of(ObjectName object, Bucket bucket) {
        return table.query(partition(object, bucket), "").map(LedgerItems::written);
    }

    @Override
    public void put(ObjectName object, Collection<? extends LedgerEntry> entries) {
        table.putAll(entries.stream()
                .map(entry -> expiring(LedgerItems.item(itemKey(object, entry.key()), entry)))
                .toList());
    }

    private Item expiring(Item item) {
        return expiry == null ? item : item.with(Expiry.ATTRIBUTE, expiry.epochSecond());
    }

    @Override
    public boolean knows(ObjectName object) {
        return table.isAnyFilled(partitions(object).toList());
    }

    @Override
    public Stream<LedgerEntry> all(ObjectName object) {
        return partitions(object)
                .gather(Gatherers.mapConcurrent(ASKED_AHEAD, partition -> table.query(partition, "")))
                .flatMap(Function.identity())
                .flatMap(item -> LedgerItems.written(item).current().stream());
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
