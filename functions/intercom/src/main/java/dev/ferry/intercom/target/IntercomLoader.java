package dev.ferry.intercom.target;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkLoader;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.target.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Sends a chunk record by record: there is no job in Intercom, so nothing is sent before the chunk is settled.
///
/// Groups of records go side by side, the records of a group one after the other. A call of [#settleSome] works for
/// a limited time and is called again for what is left.
final class IntercomLoader implements ChunkLoader {
    private static final String PREFIX = "steps:";

    private final RecordWriter writer;
    private final WriteLedger ledger;
    private final Shift shift;
    private final Runnable afterwards;

    /// @param afterwards done at the end of each call, for what is held between calls of Intercom
    IntercomLoader(RecordWriter writer, WriteLedger ledger, Shift shift, Runnable afterwards) {
        this.writer = writer;
        this.ledger = ledger;
        this.shift = shift;
        this.afterwards = afterwards;
    }

    /// How one call works.
    ///
    /// @param parallel how many groups go side by side
    /// @param length after which no further record is begun
    record Shift(int parallel, Duration length, Clock clock) {}

    @Override
    public boolean goesStepByStep() {
        return true;
    }

    @Override
    public void submit(Chunk chunk, JobJournal journal) {
        journal.opened(new JobRef(PREFIX + chunk.id()));
    }

    @Override
    public JobState poll(JobRef job) {
        return JobState.FINISHED;
    }

    @Override
    public Abandonment abandon(JobRef job) {
        return Abandonment.ALREADY_SENT;
    }

    @Override
    public Map<CanonicalId, String> find(ObjectName object, Collection<CanonicalId> keys) {
        return Map.of();
    }

    @Override
    public boolean isSetUpFault(String code) {
        return Refusals.isSetUpFault(code);
    }

    @Override
    public void settle(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        List<StagedRecord> left = chunk.records();
        Set<CanonicalId> told = new HashSet<>();
        while (!left.isEmpty()) {
            settleSome(job, new Chunk(chunk.id(), chunk.object(), chunk.write(), left), (key, outcome) -> {
                told.add(key);
                outcomes.accept(key, outcome);
            });
            left = left.stream().filter(record -> !told.contains(record.key())).toList();
        }
    }

    @Override
    public boolean settleSome(JobRef job, Chunk chunk, BiConsumer<CanonicalId, Outcome> outcomes) {
        Instant end = shift.clock().instant().plus(shift.length());
        AtomicBoolean stopped = new AtomicBoolean();
        Tell tell = new Tell(outcomes);
        Map<CanonicalId, LedgerEntry> known = ledger.entries(chunk.records());
        try (SideBySide work = new SideBySide(shift.parallel())) {
            for (List<StagedRecord> records : groups(chunk)) {
                RecordWriter.Group group = new RecordWriter.Group(
                        records,
                        chunk.write(),
                        known,
                        ledger,
                        () -> stopped.get() || !shift.clock().instant().isBefore(end));
                work.add(() -> writer.write(group, tell), () -> stopped.set(true));
            }
            work.await();
        } finally {
            afterwards.run();
        }
        return tell.count == chunk.records().size();
    }

    private static Collection<List<StagedRecord>> groups(Chunk chunk) {
        Map<String, List<StagedRecord>> groups = new LinkedHashMap<>();
        chunk.records()
                .forEach(record -> groups.computeIfAbsent(record.lockGroup(), _ -> new ArrayList<>())
                        .add(record));
        return groups.values();
    }

    /// Passes outcomes on, one at a time.
    private static final class Tell implements BiConsumer<CanonicalId, Outcome> {
        private final BiConsumer<CanonicalId, Outcome> outcomes;
        private int count;

        Tell(BiConsumer<CanonicalId, Outcome> outcomes) {
            this.outcomes = outcomes;
        }

        @Override
        public synchronized void accept(CanonicalId key, Outcome outcome) {
            outcomes.accept(key, outcome);
            count++;
        }
    }
}
