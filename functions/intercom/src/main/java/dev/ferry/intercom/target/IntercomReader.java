package dev.ferry.intercom.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkLoader.JobRef;
import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.TargetReader;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Reads a migration's records back by the ids that the ledger has: no search of Intercom finds all of them by a
/// mark.
final class IntercomReader implements TargetReader {
    private static final JobRef BY_LEDGER = new JobRef("by-ledger");

    private final Map<String, ObjectReader> readers;
    private final StandingRecords standing;
    private final CallPlan plan;
    private final IntercomLimits limits;

    IntercomReader(Map<String, ObjectReader> readers, StandingRecords standing, CallPlan plan, IntercomLimits limits) {
        this.readers = Map.copyOf(readers);
        this.standing = standing;
        this.plan = plan;
        this.limits = limits;
    }

    @Override
    public long plannedCalls(ObjectName object, Chunk.Write write, SortedMap<String, FieldValue> fields) {
        return plan.calls(object, write, fields);
    }

    @Override
    public List<Fitted> fitted(ObjectName object, SortedMap<String, FieldValue> fields) {
        return limits.of(object, fields);
    }

    private ObjectReader of(ObjectName object) {
        ObjectReader reader = readers.get(object.value());
        if (reader == null) {
            throw new IllegalStateException("Intercom has no " + object);
        }
        return reader;
    }

    @Override
    public SortedMap<String, FieldValue> comparable(ObjectName object, SortedMap<String, FieldValue> fields) {
        return of(object).comparable(fields);
    }

    @Override
    public Map<CanonicalId, List<ExistingRecord>> matching(
            ObjectName object, List<String> on, Map<CanonicalId, SortedMap<String, FieldValue>> records) {
        return Refusals.translated(() -> standing.matching(object, on, records));
    }

    @Override
    public Map<CanonicalId, ExistingRecord> standing(ObjectName object, Map<CanonicalId, String> ids) {
        return Refusals.translated(() -> standing.standing(object, ids));
    }

    /// A conversation with its messages is a call of its own.
    @Override
    public int bucketsAShare() {
        return 8;
    }

    @Override
    public String together(ObjectName object, LedgerEntry entry) {
        return of(object).together(entry);
    }

    @Override
    public JobRef open(ObjectName object) {
        return BY_LEDGER;
    }

    @Override
    public JobState poll(JobRef job) {
        return JobState.FINISHED;
    }

    @Override
    public Stream<ReadRecord> read(ObjectName object, JobRef job, ExpectedRecords expected) {
        return of(object).read(expected);
    }
}
