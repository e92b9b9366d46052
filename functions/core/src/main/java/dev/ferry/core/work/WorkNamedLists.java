package dev.ferry.core.work;

import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.Quarantined;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/// Named lists as JSON Lines work files, one per list and unit. *Shape*: `runs/{runId}/lists/{list}/{unit}.jsonl`.
public final class WorkNamedLists implements NamedLists {
    private final WorkStore store;
    private final RunFiles files;
    private final BiPredicate<String, String> written;

    public WorkNamedLists(WorkStore store, RunFiles files) {
        this(store, files, (_, name) -> store.exists(name));
    }

    /// @param written whether there is a file of a list under a name
    private WorkNamedLists(WorkStore store, RunFiles files, BiPredicate<String, String> written) {
        this.store = store;
        this.files = files;
        this.written = written;
    }

    @Override
    public void put(String list, String unit, List<Quarantined> entries) {
        String name = files.list(list) + unit + ".jsonl";
        // A file is written for nothing only where an earlier try left something behind.
        if (entries.isEmpty() && !written.test(list, name)) {
            return;
        }
        try (JsonLines.Writer lines = JsonLines.write(store, name)) {
            entries.forEach(lines::write);
            lines.commit();
        }
    }

    @Override
    public NamedLists ofUnits(Collection<String> units) {
        String common = commonPrefix(units);
        Map<String, Set<String>> left = new ConcurrentHashMap<>();
        return new WorkNamedLists(
                store,
                files,
                (list, name) -> left.computeIfAbsent(list, asked -> Set.copyOf(store.list(files.list(asked) + common)))
                        .contains(name));
    }

    private static String commonPrefix(Collection<String> names) {
        return names.stream().reduce(WorkNamedLists::commonPrefix).orElse("");
    }

    private static String commonPrefix(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }
}
