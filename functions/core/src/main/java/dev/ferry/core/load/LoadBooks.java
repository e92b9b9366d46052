package dev.ferry.core.load;

import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what became of the staged records of a load bucket, from the ledger.
final class LoadBooks {
    private final PhaseRun phase;
    private final int loadBucket;
    private final JsonLines.Writer failed;
    private final Map<String, Long> counts = new TreeMap<>();
    private RecordDigest digest = RecordDigest.EMPTY;

    LoadBooks(PhaseRun phase, int loadBucket, JsonLines.Writer failed) {
        this.phase = phase;
        this.loadBucket = loadBucket;
        this.failed = failed;
    }

    void loaded(StagedRecord record, LedgerEntry.Loaded entry) {
        count(
                switch (entry.operation()) {
                    case CREATED -> "created";
                    case MATCHED -> "matched";
                    case UPDATED -> "updated";
                });
        digest = digest.plus(
                RecordDigest.of(record.key().value(), record.loaded().hex()));
    }

    void refused(LedgerEntry.Refused entry) {
        count("failed");
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("object", phase.object().value());
        line.put("key", entry.key().value());
        line.put("code", entry.code());
        line.put("field", entry.field());
        line.put("reason", entry.reason());
        line.put("hint", entry.hint());
        line.put("attempts", entry.attempts());
        failed.write(line);
    }

    Tally tally() {
        return new Tally(phase.tallyPhase("load"), "%05d".formatted(loadBucket), new TreeMap<>(counts), digest);
    }

    private void count(String term) {
        counts.merge(term, 1L, Long::sum);
    }
}
