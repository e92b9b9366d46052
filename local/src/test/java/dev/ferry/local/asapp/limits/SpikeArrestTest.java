package dev.ferry.local.asapp.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.asapp.tenant.LimitRules;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpikeArrestTest {
    private static final long MILLI = 1_000_000;
    private static final LimitRules RULES = LimitRules.assumed();

    @Test
    void smoothedLetsTenThroughAtOnceAndThenOneEveryTenMilliseconds() {
        SpikeArrest arrest = SpikeArrest.of(LimitRules.SpikeArrest.SMOOTHED);
        assertThat(LongStream.range(0, 12).filter(i -> arrest.admits(0, RULES))).hasSize(10);
        assertThat(arrest.admits(10 * MILLI - 1, RULES)).isFalse();
        assertThat(arrest.admits(10 * MILLI, RULES)).isTrue();
        assertThat(arrest.admits(10 * MILLI, RULES)).isFalse();
        assertThat(LongStream.range(0, 12).filter(i -> arrest.admits(1_000 * MILLI, RULES)))
                .hasSize(10);
    }

    @Test
    void smoothedLetsAClientThroughThatKeepsToTheSpacing() {
        SpikeArrest arrest = SpikeArrest.of(LimitRules.SpikeArrest.SMOOTHED);
        assertThat(LongStream.range(0, 1_000)).allMatch(i -> arrest.admits(i * 10 * MILLI, RULES));
    }

    @Test
    void fixedWindowCountsByTheSecondOfTheClock() {
        SpikeArrest arrest = SpikeArrest.of(LimitRules.SpikeArrest.FIXED_WINDOW);
        assertThat(LongStream.range(0, 120).filter(i -> arrest.admits(999 * MILLI, RULES)))
                .hasSize(100);
        assertThat(LongStream.range(0, 120).filter(i -> arrest.admits(1_000 * MILLI, RULES)))
                .hasSize(100);
    }
}
