package dev.ferry.core.load;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// The job ledger of tests.
public final class InMemoryJobLedger implements JobLedger {
    private final ConcurrentSkipListMap<String, ChunkEntry> entries = new ConcurrentSkipListMap<>();

    @Override
    public Optional<ChunkEntry> latest(String runId, String phase, int loadBucket) {
        String prefix = "%s/%s/%05d/".formatted(runId, phase, loadBucket);
        return Optional.ofNullable(entries.lowerEntry(prefix + Character.MAX_VALUE))
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue);
    }

    @Override
    public void put(ChunkEntry entry) {
        entries.put(entry.id().toString(), entry);
    }
}
