package dev.ferry.intercom.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader.ExpectedRecords;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Reads records back by their ids, some at a time.
///
/// @param fetch the records with these ids; those that are gone are left out
/// @param form what an answer says
/// @param comparable what was sent, in the same form
record ReadByIds(
        ObjectName object,
        Function<Collection<String>, List<JsonNode>> fetch,
        Function<JsonNode, SortedMap<String, FieldValue>> form,
        UnaryOperator<SortedMap<String, FieldValue>> comparable)
        implements ObjectReader {
    private static final int AT_ONCE = 150;

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

    private static List<LedgerEntry.Loaded> next(Iterator<LedgerEntry.Loaded> entries) {
        List<LedgerEntry.Loaded> batch = new ArrayList<>(AT_ONCE);
        while (entries.hasNext() && batch.size() < AT_ONCE) {
            batch.add(entries.next());
        }
        return batch;
    }

    private List<ReadRecord> read(List<LedgerEntry.Loaded> batch) {
        Map<String, List<CanonicalId>> keys = new HashMap<>();
        batch.forEach(entry ->
                keys.computeIfAbsent(entry.targetId(), _ -> new ArrayList<>()).add(entry.key()));
        List<ReadRecord> records = new ArrayList<>();
        for (JsonNode answer : Refusals.translated(() -> fetch.apply(keys.keySet()))) {
            String id = answer.path("id").asText();
            SortedMap<String, FieldValue> said = form.apply(answer);
            keys.getOrDefault(id, List.of()).forEach(key -> records.add(new ReadRecord(key, id, said)));
        }
        return records;
    }
}
