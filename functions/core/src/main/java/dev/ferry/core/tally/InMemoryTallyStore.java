package dev.ferry.core.tally;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// The tally store of tests and of the in-memory pipeline.
public final class InMemoryTallyStore implements TallyStore {
    private final ConcurrentSkipListMap<String, Tally> tallies = new ConcurrentSkipListMap<>();

    @Override
    public void put(String runId, Tally tally) {
        tallies.put(key(runId, tally.phase()) + tally.unit(), tally);
    }

    @Override
    public Optional<Tally> find(String runId, String phase, String unit) {
        return Optional.ofNullable(tallies.get(key(runId, phase) + unit));
    }

    @Override
    public List<Tally> findAll(String runId, String phase, Collection<String> units) {
        return units.stream().flatMap(unit -> find(runId, phase, unit).stream()).toList();
    }

    @Override
    public Stream<Tally> of(String runId, String phase) {
        String prefix = key(runId, phase);
        return List.copyOf(tallies.subMap(prefix, prefix + Character.MAX_VALUE).values()).stream();
    }

    private static String key(String runId, String phase) {
        return runId + "\0" + phase + "\0";
    }
}
