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
import java.util.Optional;
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
        for (JsonNode answer : Refusals.translated(() -> fetch.apply(keys.keySet()))) {
            record(answer, keys.remove(answer.path("id").asText()), records);
        }
        keys.forEach((id, left) ->
                Refusals.translated(() -> single.apply(id)).ifPresent(answer -> record(answer, left, records)));
        return records;
    }

    private void record(JsonNode answer, @Nullable List<CanonicalId> keys, List<ReadRecord> records) {
        if (keys != null) {
            SortedMap<String, FieldValue> said = form.apply(answer);
            keys.forEach(
                    key -> records.add(new ReadRecord(key, answer.path("id").asText(), said)));
        }
    }
}
