package dev.ferry.asapp.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The algebra of shares: whatever the order and the grouping of conversations over buckets, the same value counts.
class FieldSharePropertyTest {

    @Property(tries = 300)
    void anyOrderAndGroupingGivesTheSameShare(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 8) Integer> times, @ForAll long seed) {
        List<FieldShare> shares = new ArrayList<>();
        for (int number = 0; number < times.size(); number++) {
            Integer time = times.get(number);
            shares.add(new FieldShare(
                    "Tier", null, "v" + time % 3, time == 8 ? null : (long) time, "c" + number, 1, false));
        }
        FieldShare expected = shares.stream().reduce(FieldShare::plus).orElseThrow();

        Random random = new Random(seed);
        List<FieldShare> mixed = new ArrayList<>(shares);
        while (mixed.size() > 1) {
            Collections.shuffle(mixed, random);
            mixed.add(mixed.removeLast().plus(mixed.removeLast()));
        }
        assertThat(mixed).containsExactly(expected);
    }

    @Property(tries = 300)
    void theGreatestTimeWinsAndTheOthersAreCounted(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1000) Integer> times) {
        List<FieldShare> shares = new ArrayList<>();
        for (int time : times) {
            shares.add(new FieldShare(null, null, "v" + time, (long) time, "c" + shares.size(), 1, false));
        }
        FieldShare all = shares.stream().reduce(FieldShare::plus).orElseThrow();
        assertThat(all.extractedAt())
                .isEqualTo(times.stream().mapToLong(time -> time).max().orElseThrow());
        assertThat(all.conversations()).isEqualTo(times.size());
        assertThat(all.varied()).isEqualTo(times.stream().distinct().count() > 1);
        assertThat(shares.stream()
                        .max(Comparator.comparing(FieldShare::extractedAt))
                        .orElseThrow()
                        .value())
                .isEqualTo(all.value());
    }
}
