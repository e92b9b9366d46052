package dev.ferry.core.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DistinctCountTest {

    @Property(tries = 200)
    void countsEachKeyOnceInAnyOrderAndGrouping(
            @ForAll @Size(max = 200) List<@IntRange(max = 50) Integer> one,
            @ForAll @Size(max = 200) List<@IntRange(max = 50) Integer> other) {
        DistinctCount here = of(one);
        DistinctCount there = of(other);
        Set<Integer> both = new HashSet<>(one);
        both.addAll(other);
        Set<Integer> only = new HashSet<>(one);
        only.removeAll(other);

        assertThat(here.union(there).value()).isEqualTo(both.size());
        assertThat(there.union(here).packed()).isEqualTo(here.union(there).packed());
        assertThat(here.without(there)).isEqualTo(only.size());
        assertThat(DistinctCount.of(here.packed()).packed()).isEqualTo(here.packed());
    }

    @Test
    void isExactUpToItsBoundAndCloseBeyond() {
        assertThat(range(0, DistinctCount.EXACT).value()).isEqualTo(DistinctCount.EXACT);
        DistinctCount many = range(0, 300_000);
        assertThat(many.exact()).isFalse();
        assertThat((double) many.value()).isCloseTo(300_000, within(300_000 * 0.03));
    }

    @Test
    void estimatesUnionsAndDifferencesOfLargeCounts() {
        DistinctCount one = range(0, 200_000);
        DistinctCount other = range(150_000, 300_000);
        assertThat((double) one.union(other).value()).isCloseTo(300_000, within(300_000 * 0.03));
        assertThat((double) one.without(other)).isCloseTo(150_000, within(150_000 * 0.04));
        assertThat(one.without(one)).isZero();
    }

    @Test
    void givesTheSameWhicheverWayLargeCountsAreAddedUp() {
        DistinctCount one = range(0, 40_000);
        DistinctCount other = range(30_000, 60_000);
        DistinctCount third = range(5, 9);
        assertThat(one.union(other).union(third).packed())
                .isEqualTo(third.union(other.union(one)).packed())
                .isEqualTo(range(0, 60_000).packed());
    }

    private static DistinctCount of(List<Integer> keys) {
        DistinctCount count = new DistinctCount();
        keys.forEach(key -> count.add("key-" + key));
        return count;
    }

    private static DistinctCount range(int from, int to) {
        DistinctCount count = new DistinctCount();
        for (int key = from; key < to; key++) {
            count.add("key-" + key);
        }
        return count;
    }
}
