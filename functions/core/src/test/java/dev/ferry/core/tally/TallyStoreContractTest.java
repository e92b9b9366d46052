package dev.ferry.core.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every tally store does, whatever it stands on. Subclasses give an empty store.
public abstract class TallyStoreContractTest {
    /// A new and empty store.
    protected abstract TallyStore emptyStore();

    @Test
    void givesBackWhatWasPut() {
        TallyStore store = emptyStore();
        Tally tally = new Tally(
                "extract", "batch/a.jsonl", new TreeMap<>(Map.of("received", 3L)), RecordDigest.of("key", "content"));
        store.put("r1", tally);
        assertThat(read(store, "r1", "extract")).containsExactly(tally);
        assertThat(store.find("r1", "extract", List.of("batch/a.jsonl"))).containsExactly(tally);
        assertThat(store.find("r1", "extract", List.of("batch/b.jsonl"))).isEmpty();
    }

    @Test
    void replacesTheTallyOfARepeatedUnit() {
        TallyStore store = emptyStore();
        store.put("r1", Tally.of("extract", "a", Map.of("received", 3L, "rejected", 1L)));
        store.put("r1", Tally.of("extract", "a", Map.of("received", 4L)));
        assertThat(read(store, "r1", "extract")).containsExactly(Tally.of("extract", "a", Map.of("received", 4L)));
    }

    @Test
    void keepsRunsAndPhasesApartWhoseNamesStartAlike() {
        TallyStore store = emptyStore();
        store.put("r1", Tally.of("Case", "a", Map.of("received", 1L)));
        store.put("r11", Tally.of("Case", "a", Map.of("received", 2L)));
        store.put("r1", Tally.of("CaseComment", "a", Map.of("received", 3L)));
        assertThat(read(store, "r1", "Case")).containsExactly(Tally.of("Case", "a", Map.of("received", 1L)));
    }

    @Test
    void givesTalliesInTheOrderOfTheirUnits() {
        TallyStore store = emptyStore();
        List<String> units =
                IntStream.range(0, 30).mapToObj("unit-%03d"::formatted).toList();
        units.reversed().forEach(unit -> store.put("r1", Tally.of("extract", unit, Map.of("received", 1L))));
        assertThat(read(store, "r1", "extract")).extracting(Tally::unit).isEqualTo(units);
    }

    @Test
    void knowsATallyWithoutCounts() {
        TallyStore store = emptyStore();
        store.put("r1", Tally.of("extract", "empty", Map.of()));
        assertThat(read(store, "r1", "extract")).containsExactly(Tally.of("extract", "empty", Map.of()));
    }

    @Test
    void findsTheUnitsThatHavePutATally() {
        TallyStore store = emptyStore();
        List<String> units =
                IntStream.range(0, 230).mapToObj("unit-%03d"::formatted).toList();
        store.putAll(
                "r1",
                units.stream()
                        .map(unit -> Tally.of("extract", unit, Map.of("received", 1L)))
                        .toList());
        store.putAll("r1", List.of());
        assertThat(store.find("r1", "extract", List.of("unit-007", "unit-230", "unit-229")))
                .extracting(Tally::unit)
                .containsExactlyInAnyOrder("unit-007", "unit-229");
        assertThat(store.find("r1", "extract", units)).hasSize(230);
        assertThat(store.find("r2", "extract", units)).isEmpty();
    }

    private static List<Tally> read(TallyStore store, String runId, String phase) {
        try (Stream<Tally> tallies = store.of(runId, phase)) {
            return tallies.toList();
        }
    }
}
