package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.SimulatedFleet.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What many workers do together, with clocks that differ by all that is allowed and workers that die.
class FleetTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration FOREVER = Duration.ofDays(1_000);
    private static final BudgetSettings SETTINGS = BudgetSettings.standard(1_000_000);
    private static final Duration SKEW = SETTINGS.pace().maxSkew();

    @ParameterizedTest(name = "{0} workers, seed {1}")
    @CsvSource({"2, 2", "8, 3", "8, 4", "20, 5", "60, 6"})
    void usesTheRateToTheFullAndNeverMore(int workers, long seed) throws InterruptedException {
        var fleet = new SimulatedFleet(new Conditions(workers, SETTINGS, SKEW, FOREVER, seed), MORNING);
        List<Instant> sent = fleet.run(Duration.ofSeconds(60));
        assertThat(rate(sent)).isBetween(0.95 * 80, 80.5);
        assertNeverAboveTheLimit(sent);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsTheRateWhileWorkersAreKilledAtRandom(long seed) throws InterruptedException {
        var fleet = new SimulatedFleet(new Conditions(10, SETTINGS, SKEW, Duration.ofSeconds(75), seed), MORNING);
        List<Instant> sent = fleet.run(Duration.ofSeconds(120));
        assertThat(fleet.deaths()).isPositive();
        assertThat(rate(sent)).isBetween(0.95 * 80, 80.5);
        assertNeverAboveTheLimit(sent);
    }

    @Test
    void staysBelowTheLimitWhenWorkersDieAllTheTime() throws InterruptedException {
        var fleet = new SimulatedFleet(new Conditions(30, SETTINGS, SKEW, Duration.ofSeconds(3), 21), MORNING);
        List<Instant> sent = fleet.run(Duration.ofSeconds(60));
        assertThat(fleet.deaths()).isGreaterThan(100);
        assertNeverAboveTheLimit(sent);
    }

    @Test
    void seesClocksThatDifferByMoreThanAllowed() throws InterruptedException {
        var fleet = new SimulatedFleet(new Conditions(8, SETTINGS, Duration.ofMillis(500), FOREVER, 31), MORNING);
        assertThat(closest(fleet.run(Duration.ofSeconds(30))))
                .as("the guard is needed: without what it assumes, requests come too close")
                .isLessThan(SETTINGS.pace().limit().spacing());
    }

    @Test
    void exceedsNoDayWhileWorkersAreKilled() throws InterruptedException {
        Instant evening = Instant.parse("2026-03-02T23:59:10Z");
        BudgetSettings capped = SETTINGS.withCap(DailyCap.of(2_000));
        var fleet = new SimulatedFleet(new Conditions(8, capped, SKEW, Duration.ofSeconds(40), 41), evening);
        List<Instant> sent = fleet.run(Duration.ofSeconds(100));
        Map<Object, Long> days = sent.stream()
                .collect(Collectors.groupingBy(at -> at.atZone(ZoneOffset.UTC).toLocalDate(), Collectors.counting()));
        assertThat(days).hasSize(2);
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isBetween(1_500L, 1_764L));
        assertThat(sent.stream().filter(at -> at.atZone(ZoneOffset.UTC).getHour() == 0))
                .first()
                .satisfies(first -> assertThat(first).isBefore(Instant.parse("2026-03-03T00:00:04Z")));
        assertNeverAboveTheLimit(sent);
    }

    @Test
    void accountsForEverySlotOfWorkersThatLive() throws InterruptedException {
        var fleet = new SimulatedFleet(new Conditions(8, SETTINGS, SKEW, FOREVER, 51), MORNING);
        List<Instant> sent = fleet.run(Duration.ofSeconds(20));
        assertThat(fleet.state().day().used()).isEqualTo(sent.size() + fleet.sentAfterTheEnd());
        assertThat(fleet.state().day().reserved()).isEqualTo(fleet.state().day().used());
    }

    private static void assertNeverAboveTheLimit(List<Instant> sent) {
        assertThat(closest(sent)).isGreaterThanOrEqualTo(SETTINGS.pace().limit().spacing());
        assertThat(mostInASecond(sent)).isLessThanOrEqualTo(100);
    }

    private static int mostInASecond(List<Instant> sent) {
        int most = 0;
        int from = 0;
        for (int to = 0; to < sent.size(); to++) {
            while (!sent.get(from).plusSeconds(1).isAfter(sent.get(to))) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static Duration closest(List<Instant> sent) {
        Duration closest = FOREVER;
        for (int i = 1; i < sent.size(); i++) {
            Duration gap = Duration.between(sent.get(i - 1), sent.get(i));
            closest = gap.compareTo(closest) < 0 ? gap : closest;
        }
        return closest;
    }

    private static double rate(List<Instant> sent) {
        return (sent.size() - 1)
                / (Duration.between(sent.getFirst(), sent.getLast()).toNanos() / 1e9);
    }
}
