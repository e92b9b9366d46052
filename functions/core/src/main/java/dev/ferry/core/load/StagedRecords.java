package dev.ferry.core.load;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The staged records of a load bucket, each beside what the ledger knows of it.
final class StagedRecords {
    private static final int LOOKUP = 500;

    private final WorkStore work;
    private final Ledger ledger;

    StagedRecords(WorkStore work, Ledger ledger) {
        this.work = work;
        this.ledger = ledger;
    }

    /// Visits every staged record, in the order of the files.
    void forEach(PhaseRun phase, int loadBucket, Consumer<StagedRecord> visitor) {
        for (String file : work.list(phase.stagedPrefix(loadBucket))) {
            try (Stream<Map<String, Object>> lines = JsonLines.read(work, file)) {
                lines.map(StagedRecordCodec::decode).forEach(visitor);
            }
        }
    }

    /// Visits every staged record with the ledger's entries of its batch, in the order of the files.
    void forEach(PhaseRun phase, int loadBucket, BiConsumer<StagedRecord, Map<CanonicalId, LedgerEntry>> visitor) {
        for (String file : work.list(phase.stagedPrefix(loadBucket))) {
            try (Stream<Map<String, Object>> lines = JsonLines.read(work, file)) {
                Iterator<StagedRecord> records =
                        lines.map(StagedRecordCodec::decode).iterator();
                while (records.hasNext()) {
                    visit(phase, next(records), visitor);
                }
            }
        }
    }

    private void visit(
            PhaseRun phase, List<StagedRecord> batch, BiConsumer<StagedRecord, Map<CanonicalId, LedgerEntry>> visitor) {
        Map<CanonicalId, LedgerEntry> entries = ledger.find(
                phase.object(), batch.stream().map(StagedRecord::key).toList());
        batch.forEach(record -> visitor.accept(record, entries));
    }

    private static List<StagedRecord> next(Iterator<StagedRecord> records) {
        List<StagedRecord> batch = new ArrayList<>(LOOKUP);
        while (records.hasNext() && batch.size() < LOOKUP) {
            batch.add(records.next());
        }
        return batch;
    }

    /// The records of a chunk as they were written ahead.
    List<StagedRecord> ofChunk(PhaseRun phase, ChunkId chunk) {
        try (Stream<Map<String, Object>> lines = JsonLines.read(work, phase.chunkFile(chunk))) {
            return lines.map(StagedRecordCodec::decode).toList();
        }
    }

    /// Writes the records of a chunk ahead of sending them.
    void writeAhead(PhaseRun phase, ChunkId chunk, List<StagedRecord> records) {
        try (JsonLines.Writer writer = JsonLines.write(work, phase.chunkFile(chunk))) {
            records.forEach(record -> writer.write(StagedRecordCodec.encode(record)));
        }
    }
}
