package dev.ferry.handlers.pipeline;

import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRegister;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The register of runs of tests.
public final class InMemoryRunRegister implements RunRegister {
    private final ConcurrentSkipListMap<String, RunRecord> runs = new ConcurrentSkipListMap<>();

    @Override
    public void put(RunRecord run) {
        runs.put(run.migrationId() + '/' + run.runId(), run);
    }

    @Override
    public Optional<RunRecord> find(String migrationId, String runId) {
        return Optional.ofNullable(runs.get(migrationId + '/' + runId));
    }

    @Override
    public List<RunRecord> all(String migrationId) {
        return runs.values().stream()
                .filter(run -> run.migrationId().equals(migrationId))
                .toList();
    }
}
