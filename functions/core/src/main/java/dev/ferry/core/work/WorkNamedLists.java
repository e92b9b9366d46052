package dev.ferry.core.work;

import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.Quarantined;
import java.util.List;

/// Named lists as JSON Lines work files, one per list and unit. *Shape*: `runs/{runId}/lists/{list}/{unit}.jsonl`.
public final class WorkNamedLists implements NamedLists {
    private final WorkStore store;
    private final RunFiles files;

    public WorkNamedLists(WorkStore store, RunFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public void put(String list, String unit, List<Quarantined> entries) {
        String name = files.list(list) + unit + ".jsonl";
        // A file is written for nothing only where an earlier try left something behind.
        if (entries.isEmpty() && !store.exists(name)) {
            return;
        }
        try (JsonLines.Writer lines = JsonLines.write(store, name)) {
            entries.forEach(lines::write);
        }
    }
}
