package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.Pace.LeaseSize;
import dev.ferry.core.budget.SimulatedFleet.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever the pace and however many workers die: no two requests closer than the limit allows, no day exceeded.
class FleetPropertyTest {
    private static final Instant EVENING = Instant.parse("2026-03-02T23:59:50Z");

    @Property(tries = 40)
    void requestsNeverComeCloserThanTheLimitAllows(
            @ForAll @IntRange(min = 2, max = 200) int limit,
            @ForAll @IntRange(min = 50, max = 100) int percent,
            @ForAll @IntRange(min = 0, max = 60) int guardMillis,
            @ForAll @IntRange(min = 1, max = 50) int slots,
            @ForAll long seed)
            throws InterruptedException {
        Pace pace = new Pace(
                Rate.perSecond(limit),
                Rate.perSecond(Math.max(1, limit * percent / 100)),
                Duration.ofMillis(guardMillis),
                Duration.ofMillis(5 + guardMillis / 2),
                new LeaseSize(slots, Duration.ofSeconds(20)));
        BudgetSettings settings = new BudgetSettings(pace, DailyCap.of(400), List.of(Duration.ofMinutes(2)));
        var conditions = new Conditions(8, settings, pace.maxSkew(), Duration.ofSeconds(10), seed);
        List<Instant> sent = new SimulatedFleet(conditions, EVENING).run(Duration.ofSeconds(30));
        for (int i = 1; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 1), sent.get(i)))
                    .isGreaterThanOrEqualTo(pace.limit().spacing());
        }
        Instant midnight = EVENING.plusSeconds(10);
        assertThat(sent.stream().filter(at -> at.isBefore(midnight)).count()).isLessThanOrEqualTo(352);
        assertThat(sent.stream().filter(at -> !at.isBefore(midnight)).count()).isLessThanOrEqualTo(352);
    }
}
