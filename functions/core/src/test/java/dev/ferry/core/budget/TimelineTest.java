package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.Pace.LeaseSize;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A table of what is asked when, and what is expected: ten requests a second, no silence, one second ahead.
class TimelineTest {
    private static final Instant ZERO = Instant.parse("2026-03-02T10:00:00Z");
    private static final Pace TEN = new Pace(
            Rate.perSecond(10),
            Rate.perSecond(10),
            Duration.ZERO,
            Duration.ZERO,
            new LeaseSize(100, Duration.ofSeconds(1)));

    @ParameterizedTest(name = "line free at {0} ms, at {1} ms asked for {2}: first {3}, last {4}")
    @CsvSource({
        "   0,    0,  1,    0,    0",
        "   0,    0,  3,    0,  200",
        " 300,    0,  2,  300,  400",
        " 300,  299,  1,  300,  300",
        " 300,  300,  1,  300,  300",
        " 300,  301,  1,  301,  301",
        " 300, 2000,  2, 2000, 2100",
        "1000,    0,  1, 1000, 1000",
        "   0,    0, 50,    0, 4900",
    })
    void offersTheNextSlots(long free, long now, int slots, long first, long last) {
        var offer = new Timeline(at(free)).offer(TEN, at(now), Instant.MIN, slots);
        assertThat(offer).isInstanceOfSatisfying(Timeline.Slots.class, got -> {
            assertThat(got.block().slot(0)).isEqualTo(at(first));
            assertThat(got.block().slot(slots - 1)).isEqualTo(at(last));
            assertThat(got.after().next()).isEqualTo(at(last + 100));
        });
    }

    @ParameterizedTest(name = "line free at {0} ms, asked at {1} ms: ask again at {2} ms")
    @CsvSource({"1001, 0, 1", "5000, 0, 4000", "5000, 3999, 4000"})
    void offersNothingBeyondTheHorizon(long free, long now, long again) {
        assertThat(new Timeline(at(free)).offer(TEN, at(now), Instant.MIN, 1)).isEqualTo(new Timeline.Later(at(again)));
    }

    @Test
    void beginsNotBeforeTheEarliestMoment() {
        var offer = new Timeline(at(0)).offer(TEN, at(0), at(700), 1);
        assertThat(offer)
                .isInstanceOfSatisfying(
                        Timeline.Slots.class,
                        got -> assertThat(got.block().first()).isEqualTo(at(700)));
    }

    @Test
    void roundsUpToWhatStoresKeep() {
        assertThat(new Timeline(ZERO.plusNanos(1)).next()).isEqualTo(ZERO.plusNanos(1_000));
    }

    private static Instant at(long millis) {
        return ZERO.plusMillis(millis);
    }
}
