package dev.ferry.core.rollback;

import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.target.ObjectName;
import dev.ferry.core.work.JsonLines;
import dev.ferry.core.work.WorkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Parts that the run added to records of earlier runs.
///
/// *Threading*: for one thread.
final class Strangers {
    private final WorkStore work;
    private final String file;
    private final List<CanonicalId> keys = new ArrayList<>();

    Strangers(WorkStore work, RollbackRun run, ObjectName object) {
        this.work = work;
        this.file = run.strangers(object);
    }

    void add(CanonicalId key) {
        keys.add(key);
    }

    void write() {
        if (keys.isEmpty()) {
            return;
        }
        try (JsonLines.Writer lines = JsonLines.write(work, file)) {
            keys.forEach(key -> lines.write(Map.of("key", key.value())));
            lines.commit();
        }
    }
}
