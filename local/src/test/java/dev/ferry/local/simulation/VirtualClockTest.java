package dev.ferry.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static final long SECOND = 1_000_000_000;
    private static final Instant REAL = Instant.parse("2026-11-26T10:00:00Z");

    private final AtomicLong ticker = new AtomicLong(77);

    @Test
    void isTheRealTimeUnlessToldOtherwise() {
        VirtualClock clock = clock(ClockRules.real());
        assertThat(clock.now()).isEqualTo(REAL);
        ticker.addAndGet(3 * SECOND);
        assertThat(clock.now()).isEqualTo(REAL.plusSeconds(3));
        assertThat(clock.realNanos()).isEqualTo((REAL.getEpochSecond() + 3) * SECOND);
    }

    @Test
    void goesFromItsBaseAtItsSpeedAndStandsStillAtNone() {
        VirtualClock clock = clock(new ClockRules(Instant.parse("2026-03-05T12:00:00Z"), 60));
        ticker.addAndGet(2 * SECOND);
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-03-05T12:02:00Z"));
        clock.set(Instant.parse("2026-01-01T00:00:00Z"), 0);
        ticker.addAndGet(SECOND);
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void goesOnWhileTheProcessWasAway() {
        VirtualClock.Setting setting = clock(new ClockRules(Instant.EPOCH, 1)).setting();
        ticker.addAndGet(5 * SECOND);
        VirtualClock later = new VirtualClock(
                Clock.fixed(REAL.plusSeconds(9), ZoneOffset.UTC), ticker::get, new ClockRules(Instant.MAX, 1));
        later.resume(setting);
        assertThat(later.now()).isEqualTo(Instant.EPOCH.plusSeconds(9));
    }

    @Test
    void doesNotWaitForWhatHasChangedMeanwhile() throws InterruptedException {
        VirtualClock clock = clock(new ClockRules(Instant.EPOCH, 0));
        long seen = clock.changes();
        clock.wake();
        clock.await(Instant.MAX, seen);
        assertThat(clock.changes()).isEqualTo(seen + 1);
    }

    private VirtualClock clock(ClockRules rules) {
        return new VirtualClock(Clock.fixed(REAL, ZoneOffset.UTC), ticker::get, rules);
    }
}
