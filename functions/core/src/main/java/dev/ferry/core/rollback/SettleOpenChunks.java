package dev.ferry.core.rollback;

import dev.ferry.core.load.Chunk;
import dev.ferry.core.load.ChunkEntry;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.LedgerEntry;
import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.load.StagedRecordCodec;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Notes the records of chunks that a run left in the middle: whether they were made is found out when they are
/// undone. May be repeated.
///
/// *Heap*: the records of one chunk.
public final class SettleOpenChunks {
    private final WorkStore work;
    private final Ledger ledger;
    private final JobLedger jobs;

    public SettleOpenChunks(WorkStore work, Ledger ledger, JobLedger jobs) {
        this.work = work;
        this.ledger = ledger;
        this.jobs = jobs;
    }

    /// Notes what is open in a phase; how many records that are.
    public long settle(PhaseRun phase) {
        long noted = 0;
        for (int bucket = 0; bucket < phase.loadBuckets(); bucket++) {
            ChunkEntry latest =
                    jobs.latest(phase.runId(), phase.phase(), bucket).orElse(null);
            if (latest != null && latest.state() != ChunkEntry.State.SETTLED) {
                noted += settle(phase, latest);
            }
        }
        return noted;
    }

    private long settle(PhaseRun phase, ChunkEntry chunk) {
        List<StagedRecord> records;
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, phase.chunkFile(chunk.id()))) {
            records = lines.map(StagedRecordCodec::decode).toList();
        }
        Map<CanonicalId, LedgerEntry> known = ledger.find(
                phase.object(), records.stream().map(StagedRecord::key).toList());
        List<LedgerEntry> notes = new ArrayList<>();
        for (StagedRecord record : records) {
            LedgerEntry entry = known.get(record.key());
            if (entry == null && chunk.write() == Chunk.Write.INSERT) {
                notes.add(new LedgerEntry.Sent(record.key(), phase.runId(), phase.phase(), null));
            } else if (entry instanceof LedgerEntry.Loaded loaded
                    && !loaded.runId().equals(phase.runId())
                    && chunk.write() != Chunk.Write.INSERT) {
                notes.add(new LedgerEntry.Refused(
                        record.key(),
                        phase.runId(),
                        phase.phase(),
                        loaded.targetId(),
                        "UNSETTLED",
                        "",
                        "the run stopped before the target's answer was written down",
                        "",
                        true,
                        1));
            }
        }
        ledger.put(phase.object(), notes);
        return notes.size();
    }
}
