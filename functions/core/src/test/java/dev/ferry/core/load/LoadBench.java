package dev.ferry.core.load;

import dev.ferry.core.load.ChunkLoader.JobState;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.target.ContentHash;
import dev.ferry.core.target.FieldValue;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.JsonLines;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One load bucket with everything around it in memory.
final class LoadBench {
    static final ObjectName CASE = new ObjectName("Case");

    final InMemoryWorkStore work = new InMemoryWorkStore();
    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryJobLedger jobs = new InMemoryJobLedger();
    final InMemoryTallyStore tallies = new InMemoryTallyStore();
    final FakeTarget target;
    private final ChunkLimits limits;

    LoadBench(FakeTarget target, ChunkLimits limits) {
        this.target = target;
        this.limits = limits;
    }

    static PhaseRun run(String runId) {
        return new PhaseRun(runId, "Case", CASE, 1);
    }

    static CanonicalId key(int number) {
        return new CanonicalId("asapp:acme:issue:%04d".formatted(number));
    }

    static StagedRecord record(int number, String subject) {
        SortedMap<String, FieldValue> fields = new TreeMap<>();
        fields.put("Subject", new FieldValue.Text(subject));
        ContentHash hash = ContentHash.of(fields);
        return new StagedRecord(key(number), "account-" + number % 7, null, null, hash, hash, fields);
    }

    void stage(PhaseRun run, List<StagedRecord> records) {
        try (JsonLines.Writer writer = JsonLines.write(work, run.stagedPrefix(0) + "00000.jsonl")) {
            records.forEach(record -> writer.write(StagedRecordCodec.encode(record)));
            writer.commit();
        }
    }

    /// Goes on until nothing is left, starting every step again after each death as the state machine would.
    Tally load(PhaseRun run) {
        while (true) {
            try {
                SubmitChunk submit = new SubmitChunk(work, jobs, tallies, limits);
                SettleChunk settle = new SettleChunk(work, ledger, jobs, Clock.systemUTC());
                if (submit.submit(run, 0, attempt -> target) instanceof SubmitChunk.Submission.NothingLeft left) {
                    return left.tally();
                }
                if (settle.poll(run, 0, attempt -> target) != JobState.RUNNING) {
                    settle.settle(run, 0, attempt -> target);
                }
            } catch (Crasher.Killed killed) {
                // The next turn is the new process.
            }
        }
    }

    Tally readBack(PhaseRun run, TargetReader reader, ReadShare share) {
        return new ReadBack(work, ledger, tallies).read(run, reader, reader.open(CASE), share);
    }

    Tally readBack(PhaseRun run) {
        return readBack(run, target, ReadShare.WHOLE);
    }
}
