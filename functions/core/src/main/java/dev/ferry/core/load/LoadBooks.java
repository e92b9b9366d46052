package dev.ferry.core.load;

import dev.ferry.core.tally.RecordDigest;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what became of the staged records of a load bucket, from the outcomes of its chunks.
///
/// *Heap*: one line for each failed record.
final class LoadBooks {
    private final PhaseRun phase;
    private final int loadBucket;
    private final List<Map<String, Object>> failed = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private RecordDigest digest = RecordDigest.EMPTY;

    LoadBooks(PhaseRun phase, int loadBucket) {
        this.phase = phase;
        this.loadBucket = loadBucket;
    }

    /// Counts a record whose outcome is final.
    void count(StagedRecord record, @Nullable LedgerEntry entry) {
        switch (entry) {
            case null -> throw new IllegalStateException("no outcome for " + record.key());
            case LedgerEntry.Recognised _ -> throw new IllegalStateException("no outcome for " + record.key());
            case LedgerEntry.Sent _ -> throw new IllegalStateException("no outcome for " + record.key());
            case LedgerEntry.Loaded loaded -> loaded(record, loaded);
            case LedgerEntry.Refused refused -> refused(refused);
        }
    }

    private void loaded(StagedRecord record, LedgerEntry.Loaded entry) {
        count(
                switch (entry.operation()) {
                    case CREATED -> "created";
                    case MATCHED -> "matched";
                    case UPDATED -> "updated";
                });
        digest =
                digest.plus(RecordDigest.of(record.key().value(), entry.loaded().hex()));
    }

    private void refused(LedgerEntry.Refused entry) {
        count("failed");
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("object", phase.object().value());
        line.put("key", entry.key().value());
        line.put("code", entry.code());
        line.put("field", entry.field());
        line.put("reason", entry.reason());
        line.put("hint", entry.hint());
        line.put("attempts", entry.attempts());
        failed.add(line);
    }

    /// Lists the failed records by name and gives the tally.
    Tally close(WorkStore work) {
        try (JsonLines.Writer list = JsonLines.write(work, phase.listFile("failed", unit()))) {
            failed.forEach(list::write);
            list.commit();
        }
        return new Tally(phase.tallyPhase("load"), unit(), new TreeMap<>(counts), digest);
    }

    private String unit() {
        return "%05d".formatted(loadBucket);
    }

    private void count(String term) {
        counts.merge(term, 1L, Long::sum);
    }
}
