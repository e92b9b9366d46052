package dev.ferry.core.load;

import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The staged records of a load bucket, and those of its chunks.
final class StagedRecords {
    private final WorkStore work;

    StagedRecords(WorkStore work) {
        this.work = work;
    }

    /// Visits every staged record, in the order of the files.
    void forEach(PhaseRun phase, int loadBucket, Consumer<StagedRecord> visitor) {
        try (Stream<Map<String, Object>> lines = JsonLines.readAll(work, phase.stagedPrefix(loadBucket))) {
            lines.map(StagedRecordCodec::decode).forEach(visitor);
        }
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
            writer.commit();
        }
    }
}
