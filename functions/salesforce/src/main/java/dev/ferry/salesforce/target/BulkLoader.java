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
import dev.ferry.core.target.Outcome;
import dev.ferry.salesforce.client.FailureClass;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.SalesforceException;
import dev.ferry.salesforce.client.bulk.CsvLayout;
import dev.ferry.salesforce.client.bulk.CsvRow;
import dev.ferry.salesforce.client.bulk.EncodedRow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// Chunks as jobs of Bulk API 2.0: one job and one file a chunk.
final class BulkLoader {
    private static final Pattern FIELD = Pattern.compile("\\w+");

    private final SalesforceClient client;
    private final KeyLookup lookup;
    private final UpdateFields update;

    BulkLoader(SalesforceClient client, KeyLookup lookup, UpdateFields update) {
        this.client = client;
        this.lookup = lookup;
        this.update = update;
    }

    /// Sends the chunk as a job, or does nothing when it has not one row that an ingest file can hold.
    ///
    /// @return whether there is a job
    boolean submit(Chunk chunk, JobJournal journal) {
        IngestRows rows = new IngestRows(chunk, update);
        try {
            Path file = Files.createTempFile("chunk", ".csv");
            try {
                long written = write(chunk, rows, file);
                if (written > 0) {
                    send(chunk, rows.layout(), IngestChunk.ofFile(file, written), journal);
                }
                return written > 0;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not write the file of chunk " + chunk.id(), e);
        }
    }

    private void send(Chunk chunk, CsvLayout layout, IngestChunk content, JobJournal journal) {
        String object = chunk.object().value();
        IngestRequest request = chunk.write() == Chunk.Write.INSERT
                ? IngestRequest.insert(object, layout)
                : IngestRequest.update(object, layout);
        IngestJob job = client.ingest().create(request);
        journal.opened(new JobRef(job.id().value()));
        client.ingest().upload(job.id(), content);
        client.ingest().close(job.id());
    }

    private static long write(Chunk chunk, IngestRows rows, Path file) throws IOException {
        try (IngestCsvWriter writer =
                new IngestCsvWriter(new BufferedOutputStream(Files.newOutputStream(file)), rows.layout())) {
            for (StagedRecord record : chunk.records()) {
                Optional<EncodedRow> row = rows.encode(record);
                if (row.isPresent()) {
                    writer.write(row.get());
                }
            }
            return writer.rows();
        }
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
        settleUnprocessed(id, outcomes);
        settleTooLong(chunk, outcomes);
    }

    /// What a job did not get to because the org is set up wrongly is refused; what it did not get to for other
    /// reasons stays unknown.
    private void settleUnprocessed(JobId id, BiConsumer<CanonicalId, Outcome> outcomes) {
        RecordError fault = client.ingest().read(id).error().orElse(null);
        if (fault == null || fault.failureClass() != FailureClass.CONFIGURATION) {
            return;
        }
        Outcome refusal = Refusals.failed(List.of(named(fault)));
        try (ResultRows<ResultRow.Unprocessed> rows = client.ingest().unprocessed(id)) {
            rows.forEachRemaining(row -> outcomes.accept(key(row.row()), refusal));
        }
    }

    /// A job's fault ends in the name of the field: `InvalidBatch : Field name not found : Foo__c`.
    private static RecordError named(RecordError fault) {
        String last =
                fault.message().substring(fault.message().lastIndexOf(':') + 1).strip();
        return FIELD.matcher(last).matches() ? new RecordError(fault.code(), fault.message(), List.of(last)) : fault;
    }

    private void settleTooLong(Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        IngestRows rows = new IngestRows(chunk, update);
        for (StagedRecord record : chunk.records()) {
            if (rows.encode(record).isEmpty()) {
                outcomes.accept(
                        record.key(), Refusals.failed(List.of(RecordError.parse("STRING_TOO_LONG:the row:--"))));
            }
        }
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
