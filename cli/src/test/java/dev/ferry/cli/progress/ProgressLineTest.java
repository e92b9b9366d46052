package dev.ferry.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.cloud.Executions.MapProgress;
import dev.ferry.handlers.executions.Execution.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Instant START = Instant.EPOCH;
    private static final Instant NOW = START.plusSeconds(30);

    @Test
    void showsShareRateTimeLeftAndLimit() {
        PhaseProgress phase = phase(new MapProgress("LoadBuckets", 8, 2, 4, 2, 4), Map.of("created", 3000L));
        assertThat(ProgressLine.of(phase, NOW))
                .isEqualTo("█████░░░░░░░░░░░░░░░  25 %  3,000 records, 100/s  1 min 12 s to 2 min 15 s left"
                        + "  bound by: concurrency 4 of LoadBuckets");
    }

    @Test
    void theLastUnitsAreALimitToo() {
        PhaseProgress phase = phase(new MapProgress("LoadBuckets", 8, 6, 2, 0, 4), Map.of());
        assertThat(phase.boundBy()).isEqualTo("the last 2 units of LoadBuckets");
    }

    @Test
    void anEndedPhaseShowsTheSignsOfTheReport() {
        PhaseProgress phase = phase(
                new MapProgress("LoadBuckets", 8, 8, 0, 0, 4),
                Map.of("created", 1200L, "updated", 0L, "unchanged", 3L, "failed", 2L));
        assertThat(ProgressLine.result(phase)).isEqualTo("+1,200 =3 !2");
    }

    @Test
    void timeLeftIsARange() {
        assertThat(TimeLeft.of(0.25, Duration.ofSeconds(30)))
                .isEqualTo(new TimeLeft(Duration.ofSeconds(72), Duration.ofSeconds(135)));
        assertThat(TimeLeft.of(1, Duration.ofSeconds(30))).isEqualTo(new TimeLeft(Duration.ZERO, Duration.ZERO));
    }

    private static PhaseProgress phase(MapProgress map, Map<String, Long> counts) {
        return new PhaseProgress("Case", State.RUNNING, START, null, List.of(map), new TreeMap<>(counts));
    }
}
