package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader.ExpectedRecords;
import dev.ferry.core.load.TargetReader.ReadRecord;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads notes, their links and files by the ids that the ledger has: notes and links can hold no key of ours, and
/// files do not go by bulk.
///
/// Notes and files are asked for by id. Links are not: Salesforce answers only for given documents or given
/// records, so they are asked for by the notes that the ledger has and picked out by their ids.
///
/// *Heap*: for links, the ids of all links of the phase.
final class ContentReader {
    private static final int IDS_AT_ONCE = 150;

    private final SalesforceClient client;
    private final ComparableForm form;

    ContentReader(SalesforceClient client, ComparableForm form) {
        this.client = client;
        this.form = form;
    }

    /// The records that are there. The stream is to be closed.
    Stream<ReadRecord> read(ObjectName object, List<TargetField> fields, ExpectedRecords expected) {
        boolean links = object.value().equals(ObjectRules.LINK);
        Map<String, CanonicalId> keys = links ? keys(expected, object) : Map.of();
        Stream<LedgerEntry.Loaded> asked = expected.of(links ? new ObjectName(ObjectRules.NOTE) : object);
        Iterator<LedgerEntry.Loaded> entries = asked.iterator();
        String condition = links ? "ContentDocumentId" : "Id";
        return Stream.generate(() -> next(entries))
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(batch -> Refusals.translated(
                        () -> query(object, fields, condition, links ? keys : keys(batch.stream()), batch))
                        .stream())
                .onClose(asked::close);
    }

    private static Map<String, CanonicalId> keys(ExpectedRecords expected, ObjectName object) {
        try (Stream<LedgerEntry.Loaded> all = expected.of(object)) {
            return keys(all);
        }
    }

    private static Map<String, CanonicalId> keys(Stream<LedgerEntry.Loaded> entries) {
        Map<String, CanonicalId> keys = new HashMap<>();
        entries.forEach(entry -> keys.put(entry.targetId(), entry.key()));
        return keys;
    }

    private static List<LedgerEntry.Loaded> next(Iterator<LedgerEntry.Loaded> entries) {
        List<LedgerEntry.Loaded> batch = new ArrayList<>(IDS_AT_ONCE);
        while (entries.hasNext() && batch.size() < IDS_AT_ONCE) {
            batch.add(entries.next());
        }
        return batch;
    }

    private List<ReadRecord> query(
            ObjectName object,
            List<TargetField> fields,
            String by,
            Map<String, CanonicalId> keys,
            List<LedgerEntry.Loaded> batch) {
        TreeSet<String> columns = new TreeSet<>(List.of("Id"));
        fields.forEach(field -> columns.add(field.name()));
        String select = "SELECT " + String.join(", ", columns) + " FROM " + Soql.field(object.value()) + " WHERE ";
        List<ReadRecord> records = new ArrayList<>();
        for (String condition : Soql.inChunks(
                by, batch.stream().map(LedgerEntry.Loaded::targetId).distinct().toList())) {
            client.queries().query(select + condition).forEachRemaining(row -> {
                String id = row.path("Id").asText();
                CanonicalId key = keys.get(id);
                if (key != null) {
                    records.add(new ReadRecord(key, id, form.of(object, values(object, fields, row))));
                }
            });
        }
        return records;
    }

    private static Map<String, FieldValue> values(ObjectName object, List<TargetField> fields, JsonNode row) {
        Map<String, FieldValue> values = AnsweredFields.of(fields, name -> text(row.path(name)));
        if (object.value().equals(ObjectRules.NOTE) && values.get("Title") instanceof FieldValue.Text title) {
            values.put("Title", new FieldValue.Text(NoteLookup.unmarked(title.value())));
        }
        return values;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
