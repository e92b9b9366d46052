package dev.ferry.salesforce.target;

import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.mapping.schema.TargetField;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceId;
import dev.ferry.salesforce.client.bulk.BulkQueries;
import dev.ferry.salesforce.client.bulk.CsvRow;
import dev.ferry.salesforce.client.bulk.JobId;
import dev.ferry.salesforce.client.bulk.QueryJob;
import dev.ferry.salesforce.client.bulk.QueryRows;
import dev.ferry.salesforce.client.soql.Soql;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads a migration's records back: by a bulk query over the marker field, so that archived activities are seen
/// too, or, for objects that do not go by bulk, by what the ledger knows of them.
final class SalesforceReader implements TargetReader {
    private static final String BY_LEDGER = "by-ledger";

    private final SalesforceClient client;
    private final SalesforceTargetSettings settings;
    private final MappedFields mapped;
    private final ComparableForm form;
    private final StandingRecords standing;

    SalesforceReader(SalesforceClient client, SalesforceTargetSettings settings, MappedFields mapped) {
        this.client = client;
        this.settings = settings;
        this.mapped = mapped;
        this.form = new ComparableForm(
                mapped,
                () -> new SalesforceId(Refusals.translated(client::connect).userId()).value());
        this.standing = new StandingRecords(client, mapped, form);
    }

    @Override
    public Map<CanonicalId, List<ExistingRecord>> matching(
            ObjectName object, List<String> on, Map<CanonicalId, SortedMap<String, FieldValue>> records) {
        return standing.matching(object, on, records);
    }

    @Override
    public Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        return standing.standing(object, ids);
    }

    // Notes and links carry no field of ours, and contents cannot be selected.
    @Override
    public boolean showsStanding(ObjectName object) {
        return ObjectRules.goesByBulk(object);
    }

    @Override
    public SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields) {
        return form.of(object, fields);
    }

    @Override
    public JobRef open(ObjectName object) {
        if (!ObjectRules.goesByBulk(object)) {
            return new JobRef(BY_LEDGER);
        }
        TreeSet<String> columns = new TreeSet<>(List.of("Id", SalesforceTargetSettings.KEY_FIELD));
        compared(object).forEach(field -> columns.add(field.name()));
        String soql = "SELECT " + String.join(", ", columns) + " FROM " + Soql.field(object.value()) + " WHERE "
                + SalesforceTargetSettings.MARKER_FIELD + " = " + Soql.quote(settings.batchMarker())
                + " AND IsDeleted = false";
        return Refusals.translated(() -> new JobRef(
                client.bulkQueries().create(BulkQueries.Scope.ALL, soql).id().value()));
    }

    @Override
    public JobState poll(JobRef job) {
        if (job.id().equals(BY_LEDGER)) {
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
    public Stream<ReadRecord> read(ObjectName object, JobRef job, ExpectedRecords expected) {
        if (job.id().equals(BY_LEDGER)) {
            return new ContentReader(client, form).read(object, compared(object), expected);
        }
        List<TargetField> fields = compared(object);
        QueryRows rows =
                Refusals.translated(() -> client.bulkQueries().rows(new JobId(job.id()), settings.queryPageRows()));
        TranslatedIterator<CsvRow> all = new TranslatedIterator<>(rows);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.NONNULL), false)
                .onClose(rows::close)
                .map(row -> record(object, fields, row));
    }

    private List<TargetField> compared(ObjectName object) {
        return mapped.of(object).values().stream()
                .filter(field -> ObjectRules.comparable(object, field.name()))
                .toList();
    }

    private ReadRecord record(ObjectName object, List<TargetField> fields, CsvRow row) {
        return new ReadRecord(
                new CanonicalId(row.get(SalesforceTargetSettings.KEY_FIELD)
                        .filter(key -> !key.isBlank())
                        .orElse("unknown")),
                row.get("Id").orElse(""),
                form.of(object, AnsweredFields.of(fields, name -> row.get(name).orElse(""))));
    }
}
