package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A target with jobs, whose results come in reverse order and which dies where a [Crasher] says so.
final class FakeTarget implements ChunkLoader, TargetReader {
    private final Crasher crasher;
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Map<CanonicalId, Row> rows = new TreeMap<>();
    private final Map<CanonicalId, Outcome.Failed> refusals = new HashMap<>();
    UnaryOperator<SortedMap<String, FieldValue>> automation = fields -> fields;
    boolean shows = true;
    int inserts;
    int stepsAtOnce;
    int steps;

    FakeTarget(Crasher crasher) {
        this.crasher = crasher;
    }

    private record Row(String id, SortedMap<String, FieldValue> fields) {}

    private static final class Job {
        boolean sent;
        final Map<CanonicalId, Outcome> outcomes = new TreeMap<>(Collections.reverseOrder());
    }

    void refuse(CanonicalId key, Outcome.Failed failure) {
        refusals.put(key, failure);
    }

    void accept(CanonicalId key) {
        refusals.remove(key);
    }

    Map<CanonicalId, SortedMap<String, FieldValue>> contents() {
        Map<CanonicalId, SortedMap<String, FieldValue>> contents = new TreeMap<>();
        rows.forEach((key, row) -> contents.put(key, row.fields()));
        return contents;
    }

    void damage(CanonicalId key, String field, FieldValue value) {
        Row row = row(key);
        SortedMap<String, FieldValue> fields = new TreeMap<>(row.fields());
        fields.put(field, value);
        rows.put(key, new Row(row.id(), fields));
    }

    void make(CanonicalId key) {
        rows.put(key, new Row("made-by-somebody", new TreeMap<>()));
    }

    void remove(CanonicalId key) {
        rows.remove(key);
    }

    private Row row(CanonicalId key) {
        return Objects.requireNonNull(rows.get(key));
    }

    private Job job(JobRef ref) {
        return Objects.requireNonNull(jobs.get(ref.id()));
    }

    @Override
    public void submit(Chunk chunk, JobJournal journal) {
        crasher.point();
        JobRef ref = new JobRef("job-" + jobs.size());
        Job job = new Job();
        jobs.put(ref.id(), job);
        crasher.point();
        journal.opened(ref);
        crasher.point();
        if (stepsAtOnce == 0) {
            process(chunk, job);
        }
        crasher.point();
    }

    private void process(Chunk chunk, Job job) {
        job.sent = true;
        for (StagedRecord record : chunk.records()) {
            job.outcomes.put(record.key(), write(chunk, record));
        }
    }

    private Outcome write(Chunk chunk, StagedRecord record) {
        Outcome.Failed refusal = refusals.get(record.key());
        if (refusal != null) {
            return refusal;
        }
        Row existing = rows.get(record.key());
        if (chunk.write() == Chunk.Write.INSERT && existing != null) {
            return new Outcome.Created(existing.id());
        }
        if (existing == null) {
            inserts++;
        }
        String id = existing == null ? "id-" + inserts : existing.id();
        rows.put(record.key(), new Row(id, automation.apply(record.fields())));
        return existing == null ? new Outcome.Created(id) : new Outcome.Updated(id);
    }

    @Override
    public JobState poll(JobRef job) {
        crasher.point();
        return JobState.FINISHED;
    }

    @Override
    public void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        job(job).outcomes.forEach((key, outcome) -> {
            crasher.point();
            outcomes.accept(key, outcome);
        });
    }

    @Override
    public boolean goesStepByStep() {
        return stepsAtOnce > 0;
    }

    @Override
    public boolean settleSome(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        if (stepsAtOnce == 0) {
            settle(job, chunk, outcomes);
            return true;
        }
        steps++;
        chunk.records().stream()
                .limit(stepsAtOnce)
                .forEach(record -> outcomes.accept(record.key(), write(chunk, record)));
        return chunk.records().size() <= stepsAtOnce;
    }

    @Override
    public Abandonment abandon(JobRef ref) {
        crasher.point();
        Job job = job(ref);
        return job.sent ? Abandonment.ALREADY_SENT : Abandonment.GIVEN_UP;
    }

    @Override
    public Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys) {
        crasher.point();
        Map<CanonicalId, String> found = new HashMap<>();
        keys.stream().filter(rows::containsKey).forEach(key -> found.put(key, row(key).id()));
        return found;
    }

    @Override
    public SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields) {
        return fields;
    }

    @Override
    public Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        Map<CanonicalId, ExistingRecord> standing = new HashMap<>();
        ids.forEach((key, id) -> {
            if (rows.containsKey(key)) {
                standing.put(key, new ExistingRecord(id, row(key).fields(), new TreeSet<>()));
            }
        });
        return standing;
    }

    @Override
    public boolean showsStanding(ObjectName object) {
        return shows;
    }

    @Override
    public JobRef open(ObjectName object) {
        return new JobRef("read");
    }

    @Override
    public Stream<ReadRecord> read(ObjectName object, JobRef job, ExpectedRecords expected) {
        List<ReadRecord> records = new ArrayList<>();
        rows.forEach((key, row) -> records.add(new ReadRecord(key, row.id(), row.fields())));
        return records.reversed().stream();
    }
}
