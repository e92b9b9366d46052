package dev.ferry.handlers.dynamodb;

import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.tally.TallyStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Tallies as items, one per unit of work, replaced when the unit is repeated.
///
/// *Shape*: pk `{migration}#T#{runId}#{phase}`, sk `{unit}`, `counts` a map of numbers, `digest` in hexadecimal.
public final class DynamoDbTallyStore implements TallyStore {
    private final StagingTable staging;

    public DynamoDbTallyStore(StagingTable staging) {
        this.staging = staging;
    }

    @Override
    public void put(String runId, Tally tally) {
        staging.items().put(item(runId, tally));
    }

    @Override
    public void putAll(String runId, Collection<Tally> tallies) {
        staging.items().putAll(tallies.stream().map(tally -> item(runId, tally)).toList());
    }

    @Override
    public List<Tally> find(String runId, String phase, Collection<String> units) {
        String partition = partition(runId, phase);
        return staging
                .items()
                .getAll(units.stream().map(unit -> new ItemKey(partition, unit)).toList())
                .stream()
                .map(item -> tally(phase, item))
                .toList();
    }

    @Override
    public Stream<Tally> of(String runId, String phase) {
        return staging.items().query(partition(runId, phase), "").map(item -> tally(phase, item));
    }

    private String partition(String runId, String phase) {
        return "%s#T#%s#%s".formatted(staging.migrationId(), runId, phase);
    }

    private Item item(String runId, Tally tally) {
        Map<String, AttributeValue> counts = tally.counts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> AttributeValue.fromN(entry.getValue().toString())));
        return Item.at(new ItemKey(partition(runId, tally.phase()), tally.unit()))
                .map("counts", counts)
                .text("digest", tally.digest().hex())
                .number(Expiry.ATTRIBUTE, staging.expiry().epochSecond())
                .build();
    }

    private static Tally tally(String phase, Item item) {
        TreeMap<String, Long> counts = new TreeMap<>();
        item.map("counts").forEach((term, count) -> counts.put(term, Long.valueOf(count.n())));
        return new Tally(phase, item.key().sort(), counts, RecordDigest.parse(item.text("digest")));
    }
}
