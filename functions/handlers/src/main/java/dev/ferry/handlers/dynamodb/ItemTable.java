package dev.ferry.handlers.dynamodb;

import dev.ferry.handlers.aws.Parallel;
import dev.ferry.handlers.aws.StoreFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// One table of Ferry's with string keys `pk` and `sk`: batches, pages and retries, once for all stores.
///
/// Reads are strongly consistent: every one of them decides something. *Threading*: safe for concurrent use.
///
/// *Errors*: `STORE_UNAVAILABLE` for what may heal; DynamoDB's refusals otherwise.
public final class ItemTable {
    /// `BatchWriteItem` takes 25 items.
    private static final int WRITE_BATCH = 25;

    /// `BatchGetItem` takes 100 keys.
    private static final int READ_BATCH = 100;

    private static final int PARALLEL_CALLS = 16;

    private final Supplier<DynamoDbClient> client;
    private final String table;
    private final Backoff backoff;
    private final Consumption consumption;
    private final Parallel parallel = new Parallel(PARALLEL_CALLS);

    public ItemTable(DynamoDbClient client, String table, Backoff backoff, Consumption consumption) {
        this(() -> client, table, backoff, consumption);
    }

    /// A table whose client is made at its first use.
    public ItemTable(Supplier<DynamoDbClient> client, String table, Backoff backoff, Consumption consumption) {
        this.client = client;
        this.table = table;
        this.backoff = backoff;
        this.consumption = consumption;
    }

    /// Puts items in any order; of several with one key, the last counts.
    void putAll(Collection<Item> items) {
        Map<ItemKey, WriteRequest> writes = new LinkedHashMap<>();
        for (Item item : items) {
            writes.put(
                    item.key(),
                    WriteRequest.builder()
                            .putRequest(put -> put.item(item.stored()))
                            .build());
        }
        parallel.all(slices(new ArrayList<>(writes.values()), WRITE_BATCH).stream()
                .<Callable<Integer>>map(batch -> () -> write(batch))
                .toList());
    }

    private int write(List<WriteRequest> batch) {
        List<WriteRequest> left = batch;
        for (int attempt = 0; ; attempt++) {
            List<WriteRequest> now = left;
            var response = calling(
                    "write " + now.size() + " items",
                    () -> client.get()
                            .batchWriteItem(request -> request.requestItems(Map.of(table, now))
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
            response.consumedCapacity().forEach(consumption::wrote);
            left = response.unprocessedItems().getOrDefault(table, List.of());
            if (left.isEmpty()) {
                return batch.size();
            }
            backoff.waitAfter(attempt, "writing %d items to table %s".formatted(left.size(), table));
        }
    }

    /// The items of those keys that exist, in no order.
    List<Item> getAll(Collection<ItemKey> keys) {
        List<ItemKey> distinct = List.copyOf(new LinkedHashSet<>(keys));
        return parallel
                .all(slices(distinct, READ_BATCH).stream()
                        .<Callable<List<Item>>>map(batch -> () -> read(batch))
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Item> read(List<ItemKey> batch) {
        List<Item> found = new ArrayList<>();
        List<Map<String, AttributeValue>> left =
                batch.stream().map(ItemKey::stored).toList();
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            KeysAndAttributes now =
                    KeysAndAttributes.builder().keys(left).consistentRead(true).build();
            var response = calling(
                    "read " + left.size() + " items",
                    () -> client.get()
                            .batchGetItem(request -> request.requestItems(Map.of(table, now))
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
            response.consumedCapacity().forEach(consumption::read);
            response.responses().getOrDefault(table, List.of()).forEach(item -> found.add(Item.of(item)));
            KeysAndAttributes unprocessed = response.unprocessedKeys().get(table);
            left = unprocessed == null ? List.of() : unprocessed.keys();
            if (!left.isEmpty()) {
                backoff.waitAfter(attempt, "reading %d items of table %s".formatted(left.size(), table));
            }
        }
        return found;
    }

    /// The items of a partition whose sort key starts with a prefix, ascending, page by page as they are
    /// consumed.
    Stream<Item> query(String partition, String sortPrefix) {
        QueryRequest first = prefixQuery(partition, sortPrefix);
        return Stream.iterate(
                        Optional.of(page(first)),
                        Optional::isPresent,
                        page -> page.filter(QueryResponse::hasLastEvaluatedKey)
                                .map(before -> page(first.toBuilder()
                                        .exclusiveStartKey(before.lastEvaluatedKey())
                                        .build())))
                .flatMap(page -> page.stream().flatMap(found -> found.items().stream()))
                .map(Item::of);
    }

    private QueryResponse page(QueryRequest query) {
        QueryResponse page = calling("query a partition", () -> client.get().query(query));
        consumption.read(page.consumedCapacity());
        return page;
    }

    /// The last item of a partition.
    Optional<Item> last(String partition) {
        QueryResponse response = page(prefixQuery(partition, "").toBuilder()
                .scanIndexForward(false)
                .limit(1)
                .build());
        return response.items().stream().findFirst().map(Item::of);
    }

    /// Whether a partition has an item whose sort key starts with a prefix.
    boolean holds(String partition, String sortPrefix) {
        return !page(prefixQuery(partition, sortPrefix).toBuilder().limit(1).build())
                .items()
                .isEmpty();
    }

    /// Whether one of the partitions has an item. Looks at some at a time, so that a full table costs few
    /// calls and an empty one of thousands of partitions little time.
    boolean isAnyFilled(List<String> partitions) {
        return slices(partitions, 4 * PARALLEL_CALLS).stream()
                .anyMatch(some -> parallel.all(some.stream()
                                .<Callable<Boolean>>map(
                                        partition -> () -> last(partition).isPresent())
                                .toList())
                        .contains(true));
    }

    /// One item.
    Optional<Item> get(ItemKey key) {
        return getAll(List.of(key)).stream().findFirst();
    }

    /// Puts one item.
    void put(Item item) {
        consumption.wrote(calling(
                        "put an item",
                        () -> client.get()
                                .putItem(request -> request.tableName(table)
                                        .item(item.stored())
                                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
                .consumedCapacity());
    }

    /// Puts one item in place of the one that has the expected number in an attribute, or of none when 0 is
    /// expected.
    ///
    /// @return what stands there instead, when the expectation does not hold; nothing was written then
    Optional<Item> replace(Item item, String attribute, long expected) {
        return calling("replace an item", () -> {
            try {
                consumption.wrote(client.get()
                        .putItem(replacement(item, attribute, expected))
                        .consumedCapacity());
                return Optional.empty();
            } catch (ConditionalCheckFailedException refused) {
                return refused.hasItem() ? Optional.of(Item.of(refused.item())) : get(item.key());
            }
        });
    }

    private PutItemRequest replacement(Item item, String attribute, long expected) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(item.stored())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        return expected == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("#n = :n")
                        .expressionAttributeNames(Map.of("#n", attribute))
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN(Long.toString(expected))))
                        .build();
    }

    /// Deletes one item; nothing happens when there is none.
    void delete(ItemKey key) {
        consumption.wrote(calling(
                        "delete an item",
                        () -> client.get()
                                .deleteItem(request -> request.tableName(table)
                                        .key(key.stored())
                                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)))
                .consumedCapacity());
    }

    private QueryRequest prefixQuery(String partition, String sortPrefix) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        // DynamoDB refuses an empty prefix.
        return sortPrefix.isEmpty()
                ? query.keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                        .build()
                : query.keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(
                                Map.of(":pk", AttributeValue.fromS(partition), ":sk", AttributeValue.fromS(sortPrefix)))
                        .build();
    }

    private <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw StoreFailure.of("%s of table %s".formatted(what, table), e);
        }
    }

    private static <T> List<List<T>> slices(List<T> all, int size) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            slices.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return slices;
    }
}
