package dev.ferry.local.salesforce.bulk;

import dev.ferry.local.salesforce.dml.Binding;
import dev.ferry.local.salesforce.dml.Dml;
import dev.ferry.local.salesforce.dml.DmlOptions;
import dev.ferry.local.salesforce.dml.RowInput;
import dev.ferry.local.salesforce.dml.RowResult;
import dev.ferry.local.salesforce.dml.UnknownColumn;
import dev.ferry.local.salesforce.dml.UpsertKey;
import dev.ferry.local.salesforce.schema.Field;
import dev.ferry.local.salesforce.schema.FieldType;
import dev.ferry.local.salesforce.schema.SObjectType;
import dev.ferry.local.salesforce.store.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the rows of a job, chunk by chunk: records and outcomes in one transaction.
final class ChunkWriter {
    private static final int MAX_HEADER = 32_000;
    private static final String NULL_CELL = "#N/A";

    private final IngestProcessor processor;
    private final IngestJob job;
    private final SObjectType type;
    private final List<Binding> columns;
    private final int keyColumn;
    private final @Nullable Field key;
    private final DmlOptions options;

    ChunkWriter(IngestProcessor processor, IngestJob job, List<String> header) throws InvalidBatch {
        this.processor = processor;
        this.job = job;
        this.type = processor.store().schema().require(job.spec().object());
        this.columns = columns(header);
        this.key = key();
        this.keyColumn = keyColumn();
        this.options =
                new DmlOptions(job.spec().createdById(), false, job.spec().assignmentRuleId() != null);
    }

    private List<Binding> columns(List<String> header) throws InvalidBatch {
        if (header.stream().mapToInt(String::length).sum() > MAX_HEADER) {
            throw new InvalidBatch("ClientInputError : the header row is longer than " + MAX_HEADER + " characters");
        }
        List<Binding> bindings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            try {
                bindings.add(processor.bindings().of(type, column));
            } catch (UnknownColumn e) {
                throw new InvalidBatch("InvalidBatch : " + e.getMessage());
            }
            if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                throw new InvalidBatch("ClientInputError : Duplicate column " + column);
            }
            if (bindings.getLast().field().type() == FieldType.BASE64) {
                throw new InvalidBatch("InvalidBatch : Binary field " + column
                        + " is only supported for content types ZIP_XML and ZIP_CSV");
            }
        }
        if (job.spec().operation().deletes()
                && (header.size() != 1 || !header.getFirst().equalsIgnoreCase("Id"))) {
            throw new InvalidBatch("InvalidBatch : a file for delete has the one column Id");
        }
        return List.copyOf(bindings);
    }

    private @Nullable Field key() throws InvalidBatch {
        String name = job.spec().externalIdFieldName();
        if (name == null) {
            return type.require("Id");
        }
        Field field = type.visible(name).orElse(null);
        if (field == null || !(field.key() || field.type() == FieldType.ID)) {
            throw new InvalidBatch("InvalidBatch : Field name provided, " + name
                    + " is not an External ID or indexed field for " + type.name());
        }
        return field;
    }

    private int keyColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof Binding.Plain(Field field) && field.equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /// Writes rows and adds their outcomes to the job.
    void write(List<CsvRow> rows) {
        List<RowOutcome> written = processor.store().write(tx -> {
            List<RowOutcome> outcomes = new ArrayList<>(rows.size());
            for (CsvRow row : rows) {
                outcomes.add(outcome(tx, row));
            }
            tx.event(JobEvents.rows(job.id(), outcomes));
            return List.copyOf(outcomes);
        });
        job.add(written);
    }

    private RowOutcome outcome(Transaction tx, CsvRow row) {
        if (row.fault() != null) {
            return new RowOutcome("", false, "ClientInputError:The row is not valid CSV, " + row.fault() + ":--");
        }
        if (row.cells().size() != columns.size()) {
            return new RowOutcome(
                    "",
                    false,
                    "ClientInputError:Found " + row.cells().size() + " columns where the header has " + columns.size()
                            + ":--");
        }
        if (locked(row)) {
            return new RowOutcome(
                    "",
                    false,
                    "UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: "
                            + String.join(",", parents(row)) + ":--");
        }
        return switch (result(tx, row)) {
            case RowResult.Saved(String id, boolean created) -> new RowOutcome(id, created, null);
            case RowResult.Refused(var error) -> {
                String id = error.id();
                yield new RowOutcome(id == null ? "" : id, false, error.bulkText());
            }
        };
    }

    private RowResult result(Transaction tx, CsvRow row) {
        Dml dml = processor.dml();
        String keyValue = keyColumn < 0 ? "" : row.cells().get(keyColumn);
        return switch (job.spec().operation()) {
            case INSERT -> dml.insert(tx, type, input(row), options);
            case UPDATE -> dml.update(tx, type, keyValue, input(row), options);
            case UPSERT -> dml.upsert(tx, new UpsertKey(type, requiredKey(), keyValue), input(row), options);
            case DELETE -> dml.delete(tx, type, keyValue, false, options);
            case HARD_DELETE -> dml.delete(tx, type, keyValue, true, options);
        };
    }

    private Field requiredKey() {
        return key == null ? type.require("Id") : key;
    }

    private RowInput input(CsvRow row) {
        @Nullable Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String cell = row.cells().get(i);
            cells[i] = cell.isEmpty() ? null : cell.equals(NULL_CELL) ? RowInput.CLEAR : cell;
        }
        return new RowInput(columns, cells);
    }

    private boolean locked(CsvRow row) {
        double probability = processor.org().faults().lockProbability();
        return probability > 0
                && processor.locks().collides(job.id(), parents(row))
                && processor.org().strikes(probability);
    }

    private List<String> parents(CsvRow row) {
        List<String> parents = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i).field();
            String cell = row.cells().get(i);
            if (field.type() == FieldType.REFERENCE && field.indexed() && !cell.isEmpty()) {
                parents.add(cell);
            }
        }
        return List.copyOf(parents);
    }
}
