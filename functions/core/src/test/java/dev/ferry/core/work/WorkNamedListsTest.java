package dev.ferry.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.Quarantined;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkNamedListsTest {
    private static final List<Quarantined> ONE = List.of(new Quarantined("f", 3, "BAD_JSON", "no object"));

    private final Asked store = new Asked();
    private final RunFiles files = new RunFiles("r1");
    private final NamedLists lists = new WorkNamedLists(store, files);

    @Test
    void writesNothingForAUnitWithoutEntries() {
        lists.put("rejected", "a/1", List.of());

        assertThat(store.list("")).isEmpty();
    }

    @Test
    void replacesWhatAnEarlierTryLeft() {
        lists.put("rejected", "a/1", ONE);
        lists.put("rejected", "a/2", ONE);

        NamedLists again = lists.ofUnits(List.of("a/1", "a/2", "a/3"));
        again.put("rejected", "a/1", List.of());
        again.put("rejected", "a/3", List.of());

        assertThat(entries("a/1")).isZero();
        assertThat(entries("a/2")).isEqualTo(1);
        assertThat(store.list(files.list("rejected"))).hasSize(2);
    }

    @Test
    void looksOnceForAllUnitsAndOnlyWhereTheyLie() {
        NamedLists group = lists.ofUnits(List.of("a/b/1", "a/b/2"));

        group.put("rejected", "a/b/1", List.of());
        group.put("rejected", "a/b/2", List.of());

        assertThat(store.questions).containsExactly("list " + files.list("rejected") + "a/b/");
    }

    private long entries(String unit) {
        try (var lines = JsonLines.read(store, files.list("rejected") + unit + ".jsonl")) {
            return lines.count();
        }
    }

    /// A store that notes what it is asked for.
    private static final class Asked implements WorkStore {
        private final WorkStore store = new InMemoryWorkStore();
        private final List<String> questions = new ArrayList<>();

        @Override
        public WorkFile create(String name) {
            return store.create(name);
        }

        @Override
        public Optional<InputStream> open(String name) {
            return store.open(name);
        }

        @Override
        public boolean exists(String name) {
            questions.add("exists " + name);
            return store.exists(name);
        }

        @Override
        public List<String> list(String prefix) {
            questions.add("list " + prefix);
            return store.list(prefix);
        }
    }
}
