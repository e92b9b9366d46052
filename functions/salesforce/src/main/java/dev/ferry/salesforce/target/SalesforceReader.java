package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.bulk.BulkQueries;
import dev.ferry.salesforce.client.bulk.CsvRow;
import dev.ferry.salesforce.client.bulk.JobId;
import dev.ferry.salesforce.client.bulk.QueryJob;
import dev.ferry.salesforce.client.bulk.QueryRows;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Reads a migration's records back: by a bulk query over the marker field, so that archived activities are seen
/// too, or, for
/// objects without one, by id.
final class SalesforceReader implements TargetReader {
    private static final String BY_ID = "by-id";
    private static final int IDS_AT_ONCE = 150;

    private final SalesforceClient client;
    private final SalesforceTargetSettings settings;
    private final ComparedFields compared;

    SalesforceReader(SalesforceClient client, SalesforceTargetSettings settings, ComparedFields compared) {
        this.client = client;
        this.settings = settings;
        this.compared = compared;
    }

    /// Which fields of an object are held against what was sent.
    interface ComparedFields {

        /// The fields that any phase of the mapping gives, with their types.
        List<TargetField> of(ObjectName object);
    }

    @Override
    public SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields) {
        return ObjectRules.comparable(object, fields);
    }

    @Override
    public JobRef open(ObjectName object) {
        if (!ObjectRules.hasKeyField(object)) {
            return new JobRef(BY_ID);
        }
        List<String> columns = new ArrayList<>(List.of("Id", SalesforceTargetSettings.KEY_FIELD));
        compared(object)
                .map(TargetField::name)
                .filter(name -> !columns.contains(name))
                .forEach(columns::add);
        String soql = "SELECT " + String.join(", ", columns) + " FROM " + Soql.field(object.value()) + " WHERE "
                + SalesforceTargetSettings.MARKER_FIELD + " = " + Soql.quote(settings.batchMarker())
                + " AND IsDeleted = false";
        return Refusals.translated(() -> new JobRef(
                client.bulkQueries().create(BulkQueries.Scope.ALL, soql).id().value()));
    }

    @Override
    public JobState poll(JobRef job) {
        if (job.id().equals(BY_ID)) {
            return JobState.FINISHED;
        }
        QueryJob current = Refusals.translated(() -> client.bulkQueries().read(new JobId(job.id())));
        return switch (current.state()) {
            case OPEN, UPLOAD_COMPLETE, IN_PROGRESS -> JobState.RUNNING;
            case JOB_COMPLETE -> JobState.FINISHED;
            case FAILED, ABORTED -> JobState.LOST;
        };
    }

    @Override
    public Stream<ReadRecord> read(ObjectName object, JobRef job, Stream<LedgerEntry.Loaded> expected) {
        if (job.id().equals(BY_ID)) {
            return byId(object, expected);
        }
        List<TargetField> fields = compared(object).toList();
        QueryRows rows =
                Refusals.translated(() -> client.bulkQueries().rows(new JobId(job.id()), settings.queryPageRows()));
        return rows.stream().map(row -> record(object, fields, row));
    }

    private Stream<TargetField> compared(ObjectName object) {
        return compared.of(object).stream().filter(field -> ObjectRules.comparable(object, field.name()));
    }

    private static ReadRecord record(ObjectName object, List<TargetField> fields, CsvRow row) {
        BiFunction<String, String, String> cell =
                (name, otherwise) -> row.get(name).orElse(otherwise);
        return new ReadRecord(
                new CanonicalId(cell.apply(SalesforceTargetSettings.KEY_FIELD, "unknown")),
                cell.apply("Id", ""),
                ObjectRules.comparable(object, AnsweredFields.of(fields, name -> cell.apply(name, ""))));
    }

    private Stream<ReadRecord> byId(ObjectName object, Stream<LedgerEntry.Loaded> expected) {
        List<TargetField> fields = compared(object).toList();
        Iterator<LedgerEntry.Loaded> entries = expected.iterator();
        return Stream.generate(() -> next(entries))
                .takeWhile(batch -> !batch.isEmpty())
                .flatMap(batch -> Refusals.translated(() -> byId(object, fields, batch)).stream());
    }

    private static List<LedgerEntry.Loaded> next(Iterator<LedgerEntry.Loaded> entries) {
        List<LedgerEntry.Loaded> batch = new ArrayList<>(IDS_AT_ONCE);
        while (entries.hasNext() && batch.size() < IDS_AT_ONCE) {
            batch.add(entries.next());
        }
        return batch;
    }

    private List<ReadRecord> byId(ObjectName object, List<TargetField> fields, List<LedgerEntry.Loaded> batch) {
        Map<String, CanonicalId> keys = new TreeMap<>();
        batch.forEach(entry -> keys.put(entry.targetId(), entry.key()));
        List<String> columns = new ArrayList<>(List.of("Id"));
        fields.stream()
                .map(TargetField::name)
                .filter(name -> !columns.contains(name))
                .forEach(columns::add);
        List<ReadRecord> records = new ArrayList<>();
        for (String condition : conditions(object, batch, keys)) {
            client.queries()
                    .query("SELECT " + String.join(", ", columns) + " FROM " + Soql.field(object.value()) + " WHERE "
                            + condition)
                    .forEachRemaining(row -> {
                        CanonicalId key = keys.get(row.path("Id").asText());
                        if (key != null) {
                            records.add(new ReadRecord(key, row.path("Id").asText(), fields(object, fields, row)));
                        }
                    });
        }
        return records;
    }

    private static List<String> conditions(
            ObjectName object, List<LedgerEntry.Loaded> batch, Map<String, CanonicalId> keys) {
        return Soql.inChunks("Id", keys.keySet());
    }

    private static SortedMap<String, FieldValue> fields(ObjectName object, List<TargetField> fields, JsonNode row) {
        Map<String, FieldValue> values =
                new HashMap<>(AnsweredFields.of(fields, name -> row.path(name).asText("")));
        if (object.value().equals(ObjectRules.NOTE) && values.get("Title") instanceof FieldValue.Text title) {
            values.put("Title", new FieldValue.Text(NoteLookup.unmarked(title.value())));
        }
        return ObjectRules.comparable(object, values);
    }
}
