package dev.ferry.salesforce.target;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkLoader.Abandonment;
import dev.ferry.core.load.ChunkLoader.JobJournal;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.Outcome;
import dev.ferry.salesforce.client.FailureClass;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.bulk.Cell;
import dev.ferry.salesforce.client.bulk.CsvLayout;
import dev.ferry.salesforce.client.bulk.CsvRow;
import dev.ferry.salesforce.client.bulk.IngestChunk;
import dev.ferry.salesforce.client.bulk.IngestCsvWriter;
import dev.ferry.salesforce.client.bulk.IngestJob;
import dev.ferry.salesforce.client.bulk.IngestRequest;
import dev.ferry.salesforce.client.bulk.JobId;
import dev.ferry.salesforce.client.bulk.ResultRow;
import dev.ferry.salesforce.client.bulk.ResultRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Chunks as jobs of Bulk API 2.0: one job and one file a chunk.
final class BulkLoader {
    private static final String ID = "Id";

    private final SalesforceClient client;
    private final KeyLookup lookup;

    BulkLoader(SalesforceClient client, KeyLookup lookup) {
        this.client = client;
        this.lookup = lookup;
    }

    void submit(Chunk chunk, JobJournal journal) {
        CsvLayout layout = CsvLayout.of(columns(chunk));
        String object = chunk.object().value();
        IngestRequest request = chunk.write() == Chunk.Write.INSERT
                ? IngestRequest.insert(object, layout)
                : IngestRequest.update(object, layout);
        IngestJob job = client.ingest().create(request);
        journal.opened(new JobRef(job.id().value()));
        try {
            Path file = Files.createTempFile("chunk", ".csv");
            try {
                client.ingest().upload(job.id(), write(chunk, layout, file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write the file of chunk " + chunk.id(), e);
        }
        client.ingest().close(job.id());
    }

    private static List<String> columns(Chunk chunk) {
        SortedSet<String> names = new TreeSet<>();
        chunk.records().forEach(record -> names.addAll(record.fields().keySet()));
        names.add(SalesforceTargetSettings.KEY_FIELD);
        List<String> columns = new ArrayList<>(names);
        if (chunk.write() == Chunk.Write.UPDATE) {
            columns.addFirst(ID);
        }
        return columns;
    }

    private static IngestChunk write(Chunk chunk, CsvLayout layout, Path file) throws IOException {
        try (IngestCsvWriter writer =
                new IngestCsvWriter(new BufferedOutputStream(Files.newOutputStream(file)), layout)) {
            for (StagedRecord record : chunk.records()) {
                List<Cell> cells = new ArrayList<>(layout.columns().size());
                for (String column : layout.columns()) {
                    cells.add(cell(chunk, record, column));
                }
                writer.write(cells);
            }
        }
        return IngestChunk.ofFile(file, chunk.records().size());
    }

    private static Cell cell(Chunk chunk, StagedRecord record, String column) {
        if (column.equals(ID)) {
            return Cell.of(record.existing().orElseThrow());
        }
        if (column.equals(SalesforceTargetSettings.KEY_FIELD)) {
            return Cell.of(record.key().value());
        }
        FieldValue value = record.fields().get(column);
        if (value != null) {
            return FieldText.cell(value);
        }
        return chunk.write() == Chunk.Write.UPDATE ? Cell.nulled() : Cell.absent();
    }

    JobState poll(JobRef job) {
        try {
            return client.ingest().read(new JobId(job.id())).state().isFinal() ? JobState.FINISHED : JobState.RUNNING;
        } catch (SalesforceException e) {
            if (e.code() == dev.ferry.salesforce.client.ErrorCode.NOT_FOUND) {
                return JobState.LOST;
            }
            throw e;
        }
    }

    Abandonment abandon(JobRef job) {
        JobId id = new JobId(job.id());
        try {
            IngestJob current = client.ingest().read(id);
            if (current.state() != dev.ferry.salesforce.client.bulk.JobState.OPEN) {
                return current.state() == dev.ferry.salesforce.client.bulk.JobState.ABORTED
                        ? Abandonment.GIVEN_UP
                        : Abandonment.ALREADY_SENT;
            }
            client.ingest().abort(id);
        } catch (SalesforceException e) {
            if (e.code() != dev.ferry.salesforce.client.ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
        return Abandonment.GIVEN_UP;
    }

    void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        JobId id = new JobId(job.id());
        try (ResultRows<ResultRow.Successful> rows = client.ingest().successful(id)) {
            rows.forEachRemaining(row -> outcomes.accept(
                    key(row.row()),
                    chunk.write() == Chunk.Write.INSERT
                            ? new Outcome.Created(row.id().value())
                            : new Outcome.Updated(row.id().value())));
        }
        Map<CanonicalId, RecordError> standing = new HashMap<>();
        try (ResultRows<ResultRow.Failed> rows = client.ingest().failed(id)) {
            rows.forEachRemaining(row -> {
                if (row.error().failureClass() == FailureClass.SETTLE && chunk.write() == Chunk.Write.INSERT) {
                    standing.put(key(row.row()), row.error());
                } else {
                    outcomes.accept(key(row.row()), Refusals.failed(List.of(row.error())));
                }
            });
        }
        settleStanding(chunk, standing, outcomes);
    }

    /// Records that were refused because they, or something with their key, are there: an insert whose answer was
    /// lost.
    private void settleStanding(
            Chunk chunk, Map<CanonicalId, RecordError> refused, BiConsumer<CanonicalId, Outcome> outcomes) {
        Map<CanonicalId, String> found = refused.isEmpty() ? Map.of() : lookup.find(chunk.object(), refused.keySet());
        refused.forEach((key, error) -> {
            String id = found.get(key);
            outcomes.accept(key, id == null ? Refusals.failed(List.of(error)) : new Outcome.Created(id));
        });
    }

    private static CanonicalId key(CsvRow row) {
        return row.get(SalesforceTargetSettings.KEY_FIELD)
                .filter(key -> !key.isBlank())
                .map(CanonicalId::new)
                .orElseThrow(() -> new FerryException(
                        ErrorCode.TARGET_SCHEMA,
                        "a result row has no " + SalesforceTargetSettings.KEY_FIELD
                                + ", so it cannot be joined to its record"));
    }
}
