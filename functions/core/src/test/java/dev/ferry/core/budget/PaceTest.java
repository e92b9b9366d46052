package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Instant ZERO = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void hasSafeDefaults() {
        BudgetSettings settings = BudgetSettings.standard(100_000);
        assertThat(settings.pace().limit().perSecond()).isEqualTo(100);
        assertThat(settings.pace().target().perSecond()).isEqualTo(80);
        assertThat(settings.pace().maxSkew()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.pace().maxLateness()).isEqualTo(Duration.ofMillis(40));
        assertThat(settings.pace().lease()).isEqualTo(new Pace.LeaseSize(40, Duration.ofSeconds(1)));
        assertThat(settings.cap()).isEqualTo(new DailyCap(100_000, 0.9, 0.02, ZoneOffset.UTC, Duration.ofSeconds(2)));
        assertThat(settings.pushes()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    }

    @Test
    void standardLeaseCostsNothingOfTheTarget() {
        Pace pace = Pace.standard();
        assertThat(pace.leastFullLease()).isLessThanOrEqualTo(pace.lease().slots());
        assertThat(pace.length(40)).isEqualTo(Duration.ofMillis(500));
        Block block = pace.block(ZERO, 40);
        assertThat(block.first()).isEqualTo(ZERO.plusMillis(60));
        assertThat(block.step()).isEqualTo(Duration.ofMillis(11));
        assertThat(block.end()).isEqualTo(ZERO.plusMillis(500));
    }

    @ParameterizedTest(name = "{0} slots take {1} ms")
    @CsvSource({"1, 70", "10, 160", "24, 300", "40, 500"})
    void smallLeasesAreLongerThanTheirRequests(int slots, long millis) {
        assertThat(Pace.standard().length(slots)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void stepNeverGoesBelowTheLimit() {
        for (int slots = 1; slots <= 60; slots++) {
            assertThat(Pace.standard().block(ZERO, slots).step()).isGreaterThanOrEqualTo(Duration.ofMillis(10));
        }
    }

    @ParameterizedTest(name = "at {0} a second leases hold {1} slots")
    @CsvSource({"80, 40", "100, 40", "40, 20", "3, 1", "1, 1"})
    void cutsLeasesOfSlowTargets(int target, int slots) {
        BudgetSettings slow =
                BudgetSettings.standard(1_000).withPace(Pace.standard().withTarget(Rate.perSecond(target)));
        assertThat(slow.pace().lease().slots()).isEqualTo(slots);
    }

    @Test
    void refusesTargetAboveLimit() {
        assertThatThrownBy(() -> new Pace(
                        Rate.perSecond(100),
                        Rate.perSecond(101),
                        Duration.ZERO,
                        Duration.ZERO,
                        Pace.standard().lease()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101.0");
    }

    @Test
    void refusesPushShorterThanWhatMayStillBeRunning() {
        assertThatThrownBy(
                        () -> new BudgetSettings(Pace.standard(), DailyCap.of(1_000), List.of(Duration.ofMillis(500))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leases of 40 slots");
    }

    @Test
    void countsWindowsLongerThanASecond() {
        assertThat(new Rate(166, Duration.ofSeconds(10)).spacing()).isEqualTo(Duration.ofNanos(60_241_000));
    }

    @Test
    void keepsShareForOthersAndReserveForRetries() {
        DailyCap cap = DailyCap.of(100_000);
        assertThat(cap.allowance(Purpose.WORK)).isEqualTo(88_200);
        assertThat(cap.allowance(Purpose.RETRY)).isEqualTo(90_000);
        assertThat(DailyCap.none().allowance(Purpose.WORK)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isQuietAroundTheEndOfADay() {
        DailyCap cap = DailyCap.of(100_000);
        Instant midnight =
                LocalDate.parse("2026-03-03").atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(cap.open(midnight.minusMillis(2_001))).isEqualTo(midnight.minusMillis(2_001));
        assertThat(cap.open(midnight.minusMillis(2_000))).isEqualTo(midnight.plusSeconds(2));
        assertThat(cap.open(midnight.plusMillis(1_999))).isEqualTo(midnight.plusSeconds(2));
        assertThat(cap.open(midnight.plusMillis(2_000))).isEqualTo(midnight.plusMillis(2_000));
    }
}
