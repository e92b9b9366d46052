package dev.ferry.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.tally.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconcileTalliesTest {
    private static final PhaseRules RULES = new PhaseRules(
            "extract",
            List.of(EquationRule.of("received = fragmented + rejected"), EquationRule.of("units = planned")),
            new TreeMap<>(Map.of("rejected", "runs/r1/quarantine/")));

    private final InMemoryTallyStore tallies = new InMemoryTallyStore();
    private final ReconcileTallies reconcile = new ReconcileTallies(tallies);

    @Test
    void balancesWhenEveryEquationHolds() {
        tallies.put("r1", Tally.of("extract", "a", Map.of("received", 5L, "fragmented", 4L, "rejected", 1L)));
        tallies.put("r1", Tally.of("extract", "b", Map.of("received", 2L, "fragmented", 2L)));

        PhaseBooks books = reconcile.balance("r1", RULES, Map.of("planned", 2L));

        assertThat(books.balanced()).isTrue();
        assertThat(books.terms())
                .containsEntry("received", 7L)
                .containsEntry("fragmented", 6L)
                .containsEntry("rejected", 1L)
                .containsEntry("units", 2L);
    }

    @Test
    void doesNotBalanceWhenAUnitLostARecord() {
        tallies.put("r1", Tally.of("extract", "a", Map.of("received", 5L, "fragmented", 4L)));

        PhaseBooks books = reconcile.balance("r1", RULES, Map.of("planned", 1L));

        assertThat(books.balanced()).isFalse();
        assertThat(books.equations())
                .filteredOn(equation -> !equation.holds())
                .singleElement()
                .satisfies(equation -> {
                    assertThat(equation.left()).containsExactly(new Term("received", 5));
                    assertThat(equation.right()).containsExactly(new Term("fragmented", 4), new Term("rejected", 0));
                });
    }

    @Test
    void missesTheUnitThatNeverReported() {
        PhaseBooks books = reconcile.balance("r1", RULES, Map.of("planned", 1L));

        assertThat(books.balanced()).isFalse();
    }

    @Test
    void doesNotBalanceWhenEqualCountsHideOtherContent() {
        PhaseBooks books =
                reconcile.balance("r1", RULES, Map.of("planned", 0L), List.of(new DigestCheck("content", "0a", "0b")));

        assertThat(books.balanced()).isFalse();
    }

    @Test
    void readsItsOwnJson() throws Exception {
        PhaseBooks books =
                reconcile.balance("r1", RULES, Map.of("planned", 0L), List.of(new DigestCheck("content", "0a", "0a")));
        ObjectMapper mapper = new ObjectMapper();

        String json = mapper.writeValueAsString(books);

        assertThat(json).contains("\"balanced\":true").contains("\"holds\":true");
        assertThat(mapper.readValue(json, PhaseBooks.class)).isEqualTo(books);
    }

    @Test
    void refusesAPhaseThatWouldAlwaysBalance() {
        TreeMap<String, String> noLists = new TreeMap<>();
        assertThatThrownBy(() -> new PhaseRules("extract", List.of(), noLists))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extract");
    }
}
