package dev.ferry.core.rollback;

import dev.ferry.core.load.PhaseRun;
import dev.ferry.core.load.StagedRecord;
import dev.ferry.core.load.StagedRecordCodec;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Records of which nobody knows whether they were made: what was sent of them is found in the run's chunks.
///
/// *Threading*: for one thread.
final class LostRecords {
    private final WorkStore work;
    private final RollbackRun run;
    private final ObjectName object;
    private final Set<CanonicalId> keys = new HashSet<>();
    private final Set<String> phases = new TreeSet<>();

    LostRecords(WorkStore work, RollbackRun run, ObjectName object) {
        this.work = work;
        this.run = run;
        this.object = object;
    }

    void add(String phase, CanonicalId key) {
        phases.add(phase);
        keys.add(key);
    }

    void write() {
        if (keys.isEmpty()) {
            return;
        }
        Map<CanonicalId, StagedRecord> found = new HashMap<>();
        for (String phase : phases) {
            String chunks = new PhaseRun(run.runId(), phase, object, 1).chunkPrefix();
            try (Stream<Map<String, Object>> lines = JsonLines.readAll(work, chunks)) {
                lines.map(StagedRecordCodec::decode)
                        .filter(record -> keys.contains(record.key()))
                        .forEach(record -> found.put(record.key(), record));
            }
        }
        try (JsonLines.Writer lines = JsonLines.write(work, run.lost(object))) {
            found.values().forEach(record -> lines.write(StagedRecordCodec.encode(record)));
            lines.commit();
        }
    }
}
