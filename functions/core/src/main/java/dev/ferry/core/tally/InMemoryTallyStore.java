package dev.ferry.core.tally;

import java.util.Collection;
import java.util.List;
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
    public void putAll(String runId, Collection<Tally> some) {
        some.forEach(tally -> put(runId, tally));
    }

    @Override
    public List<Tally> find(String runId, String phase, Collection<String> units) {
        String key = key(runId, phase);
        return units.stream()
                .flatMap(unit -> Stream.ofNullable(tallies.get(key + unit)))
                .toList();
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
