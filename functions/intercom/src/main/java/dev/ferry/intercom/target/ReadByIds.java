package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader.ExpectedRecords;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads records back by their ids, some at a time.
///
/// @param atOnce how many ids are fetched together
/// @param fetch the records with these ids; those that are gone, or too new to be found, are left out
/// @param single one that was left out, when it is there
/// @param form what an answer says
/// @param comparable what was sent, in the same form
record ReadByIds(
        ObjectName object,
        int atOnce,
        Function<Collection<String>, List<JsonNode>> fetch,
        Function<String, Optional<JsonNode>> single,
        Function<JsonNode, SortedMap<String, FieldValue>> form,
        UnaryOperator<SortedMap<String, FieldValue>> comparable)
        implements ObjectReader {
    @Override
    public SortedMap<String, FieldValue> comparable(SortedMap<String, FieldValue> fields) {
        return comparable.apply(fields);
    }

    @Override
    public Stream<ReadRecord> read(ExpectedRecords expected) {
        Stream<LedgerEntry.Loaded> all = expected.of(object);
        Iterator<LedgerEntry.Loaded> entries = all.iterator();
        return Stream.generate(() -> next(entries))
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(batch -> read(batch).stream())
                .onClose(all::close);
    }

    private List<LedgerEntry.Loaded> next(Iterator<LedgerEntry.Loaded> entries) {
        List<LedgerEntry.Loaded> batch = new ArrayList<>();
        while (entries.hasNext() && batch.size() < atOnce) {
            batch.add(entries.next());
        }
        return batch;
    }

    private List<ReadRecord> read(List<LedgerEntry.Loaded> batch) {
        Map<String, List<CanonicalId>> keys = new HashMap<>();
        batch.forEach(entry ->
                keys.computeIfAbsent(entry.targetId(), _ -> new ArrayList<>()).add(entry.key()));
        List<ReadRecord> records = new ArrayList<>();
        Map<String, Set<ContentHash>> sent = new HashMap<>();
        batch.forEach(entry ->
                sent.computeIfAbsent(entry.targetId(), _ -> new HashSet<>()).add(entry.loaded()));
        for (JsonNode answer : Refusals.translated(() -> fetch.apply(keys.keySet()))) {
            String id = answer.path("id").asText();
            record(latest(answer, sent.getOrDefault(id, Set.of())), keys.remove(id), records);
        }
        keys.forEach((id, left) ->
                Refusals.translated(() -> single.apply(id)).ifPresent(answer -> record(answer, left, records)));
        return records;
    }

    // A search can lag behind what was written; the record itself does not.
    private JsonNode latest(JsonNode answer, Set<ContentHash> sent) {
        return sent.isEmpty() || sent.contains(ContentHash.of(form.apply(answer)))
                ? answer
                : Refusals.translated(() -> single.apply(answer.path("id").asText()))
                        .orElse(answer);
    }

    private void record(JsonNode answer, @Nullable List<CanonicalId> keys, List<ReadRecord> records) {
        if (keys != null) {
            SortedMap<String, FieldValue> said = form.apply(answer);
            keys.forEach(
                    key -> records.add(new ReadRecord(key, answer.path("id").asText(), said)));
        }
    }
}
