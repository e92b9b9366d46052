package dev.ferry.salesforce.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.Outcome;
import dev.ferry.salesforce.client.FailureClass;
import dev.ferry.salesforce.client.RecordError;
import dev.ferry.salesforce.client.SalesforceClient;
import dev.ferry.salesforce.client.rest.Records;
import dev.ferry.salesforce.client.rest.SObjectRecord;
import dev.ferry.salesforce.client.rest.SaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Chunks by sObject Collections: 200 records a call, in the order of the answer. Files go one by one.
///
/// There is no job in the org, so nothing is sent before the chunk is settled, and settling looks first for what an
/// earlier attempt may have made: by the external id, or, for objects without one, by what the record is.
final class CollectionsLoader {
    private static final String PREFIX = "collections:";

    // Far below what a call may carry, so that a call of long notes ends within its time.
    private static final long CHARACTERS_AT_ONCE = 5_000_000;

    private final SalesforceClient client;
    private final KeyLookup lookup;
    private final NoteLookup notes;
    private final UpdateFields update;
    private final FileUpload files;

    CollectionsLoader(SalesforceClient client, KeyLookup lookup, UpdateFields update, FileUpload files) {
        this.client = client;
        this.lookup = lookup;
        this.notes = new NoteLookup(client);
        this.update = update;
        this.files = files;
    }

    static JobRef jobFor(Chunk chunk) {
        return new JobRef(PREFIX + chunk.id());
    }

    static boolean owns(JobRef job) {
        return job.id().startsWith(PREFIX);
    }

    void settle(Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        List<StagedRecord> waiting = chunk.write() == Chunk.Write.INSERT ? absent(chunk, outcomes) : chunk.records();
        List<StagedRecord> call = new ArrayList<>();
        long characters = 0;
        for (StagedRecord record : waiting) {
            long size = characters(record);
            if (call.size() == Records.MAX_RECORDS || (!call.isEmpty() && characters + size > CHARACTERS_AT_ONCE)) {
                send(chunk, call, outcomes);
                call.clear();
                characters = 0;
            }
            call.add(record);
            characters += size;
        }
        if (!call.isEmpty()) {
            send(chunk, call, outcomes);
        }
    }

    private static long characters(StagedRecord record) {
        return record.fields().values().stream()
                .mapToLong(value ->
                        value instanceof FieldValue.Text text ? text.value().length() : 0)
                .sum();
    }

    private List<StagedRecord> absent(Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        Map<CanonicalId, String> found = find(chunk, chunk.records());
        List<StagedRecord> absent = new ArrayList<>();
        for (StagedRecord record : chunk.records()) {
            String id = found.get(record.key());
            if (id == null) {
                absent.add(record);
            } else {
                outcomes.accept(record.key(), new Outcome.Created(id));
            }
        }
        return absent;
    }

    private Map<CanonicalId, String> find(Chunk chunk, List<StagedRecord> records) {
        return switch (chunk.object().value()) {
            case ObjectRules.NOTE -> notes.notes(records);
            case ObjectRules.LINK -> notes.links(records);
            default ->
                lookup.find(
                        chunk.object(), records.stream().map(StagedRecord::key).toList());
        };
    }

    private void send(Chunk chunk, List<StagedRecord> records, BiConsumer<CanonicalId, Outcome> outcomes) {
        List<SObjectRecord> bodies =
                records.stream().map(record -> body(chunk, record)).toList();
        List<SaveResult> results = chunk.write() == Chunk.Write.INSERT
                ? create(chunk, bodies)
                : client.records().update(bodies, false);
        List<StagedRecord> standing = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            StagedRecord record = records.get(i);
            switch (results.get(i)) {
                case SaveResult.Saved saved ->
                    outcomes.accept(
                            record.key(),
                            chunk.write() == Chunk.Write.INSERT
                                    ? new Outcome.Created(saved.id().value())
                                    : new Outcome.Updated(saved.id().value()));
                case SaveResult.Refused refused -> {
                    if (chunk.write() == Chunk.Write.INSERT && alreadyThere(refused.errors())) {
                        standing.add(record);
                    } else {
                        outcomes.accept(record.key(), Refusals.failed(refused.errors()));
                    }
                }
                case SaveResult.SeveralMatches several ->
                    outcomes.accept(
                            record.key(),
                            Refusals.failed(List.of(RecordError.parse("DUPLICATE_EXTERNAL_ID:several records:--"))));
            }
        }
        settleStanding(chunk, standing, outcomes);
    }

    private List<SaveResult> create(Chunk chunk, List<SObjectRecord> bodies) {
        return chunk.object().value().equals(ObjectRules.FILE)
                ? files.create(bodies)
                : client.records().create(bodies, false);
    }

    private void settleStanding(Chunk chunk, List<StagedRecord> standing, BiConsumer<CanonicalId, Outcome> outcomes) {
        if (standing.isEmpty()) {
            return;
        }
        Map<CanonicalId, String> found = find(chunk, standing);
        for (StagedRecord record : standing) {
            String id = found.get(record.key());
            outcomes.accept(
                    record.key(),
                    id != null
                            ? new Outcome.Created(id)
                            : Refusals.failed(List.of(RecordError.parse("DUPLICATE_VALUE:held by another record:--"))));
        }
    }

    private static boolean alreadyThere(List<RecordError> errors) {
        return errors.stream().anyMatch(error -> error.failureClass() == FailureClass.SETTLE);
    }

    private SObjectRecord body(Chunk chunk, StagedRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (ObjectRules.hasKeyField(chunk.object())) {
            json.put(SalesforceTargetSettings.KEY_FIELD, record.key().value());
        }
        if (chunk.write() == Chunk.Write.INSERT) {
            record.fields().forEach((name, value) -> FieldText.put(json, name, value));
        } else if (chunk.write() == Chunk.Write.FILL) {
            json.put("Id", record.existing().orElseThrow());
            record.fields().forEach((name, value) -> FieldText.put(json, name, value));
        } else {
            json.put("Id", record.existing().orElseThrow());
            update.names().forEach(name -> change(json, record, name));
        }
        if (chunk.object().value().equals(ObjectRules.NOTE)) {
            json.put("Title", NoteLookup.title(record));
            json.put("Content", FieldText.base64(json.path("Content").asText()));
        }
        return new SObjectRecord(chunk.object().value(), json);
    }

    private void change(ObjectNode json, StagedRecord record, String name) {
        FieldValue value = record.fields().get(name);
        if (value != null) {
            FieldText.put(json, name, value);
        } else if (update.clears(name, record.fields())) {
            json.putNull(name);
        }
    }
}
