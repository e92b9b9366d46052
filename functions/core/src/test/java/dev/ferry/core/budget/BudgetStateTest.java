package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BudgetStateTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-03T00:00:02Z");

    private final BudgetState fresh = BudgetState.opened(BudgetSettings.standard(1_000), NOW);

    @Test
    void grantsNoMoreThanALease() {
        var granted = granted(fresh.reserve(ask(500), NOW));
        assertThat(granted.lease().block().slots()).isEqualTo(40);
        assertThat(granted.after().day()).isEqualTo(new DayUse(DAY, 40, 0, false));
        assertThat(granted.after().revision()).isEqualTo(1);
    }

    @Test
    void parksFirstAttemptsWhenOnlyTheReserveIsLeft() {
        BudgetState state = used(882);
        assertThat(state.reserve(ask(1), NOW)).isEqualTo(new Reservation.DaySpent(NEXT_DAY));
        assertThat(granted(state.reserve(new Ask(30, Purpose.RETRY, "v1", Spending.none()), NOW))
                        .lease()
                        .block()
                        .slots())
                .isEqualTo(18);
    }

    @Test
    void grantsWhatIsLeftOfADay() {
        assertThat(granted(used(880).reserve(ask(30), NOW)).lease().block().slots())
                .isEqualTo(2);
    }

    @Test
    void beginsTheNextDayWithItsOwnCount() {
        var granted = granted(used(882).reserve(ask(30), NEXT_DAY.plusSeconds(1)));
        assertThat(granted.lease().day()).isEqualTo(DAY.plusDays(1));
        assertThat(granted.after().day().reserved()).isEqualTo(30);
    }

    @Test
    void leavesAProviderWithoutDaysAloneForAWhileWhenPushesDoNotHelp() {
        BudgetState state = BudgetState.opened(BudgetSettings.standard(1_000).withCap(DailyCap.none()), NOW);
        Instant now = NOW;
        for (int pushes = 0; pushes < 4; pushes++) {
            var granted = granted(state.reserve(ask(1), now));
            state = granted.after().throttled(granted.lease().slot(0), now);
            now = now.plusSeconds(5);
        }
        Instant until = now.minusSeconds(5).plus(BudgetState.PAUSE);

        assertThat(state.reserve(ask(1), now)).isEqualTo(new Reservation.DaySpent(until));
        var first = granted(state.reserve(ask(40), until));
        assertThat(first.lease().block().slots()).isEqualTo(1);
        assertThat(first.after().throttled(first.lease().slot(0), until).reserve(ask(1), until.plusSeconds(5)))
                .isEqualTo(new Reservation.DaySpent(until.plus(BudgetState.PAUSE)));
        assertThat(granted(first.after().calmed(first.lease().slot(0)).reserve(ask(40), until.plusSeconds(1)))
                        .lease()
                        .block()
                        .slots())
                .isEqualTo(40);
    }

    @Test
    void cutsLeaseAtTheEndOfTheDay() {
        Instant late = Instant.parse("2026-03-02T23:59:57.830Z");
        var granted = granted(fresh.reserve(ask(40), late));
        assertThat(granted.lease().block().slots()).isEqualTo(10);
        assertThat(granted.lease().day()).isEqualTo(DAY);
        Instant again = NEXT_DAY.minusSeconds(1);
        assertThat(granted.after().reserve(ask(30), late)).isEqualTo(new Reservation.NotYet(again));
        assertThat(granted.after().reserve(ask(30), again)).isInstanceOfSatisfying(Reservation.Granted.class, next -> {
            assertThat(next.lease().day()).isEqualTo(DAY.plusDays(1));
            assertThat(next.lease().block().first()).isAfter(NEXT_DAY);
        });
    }

    @Test
    void takesBackWhatNobodyNeeded() {
        BudgetState state = used(882);
        var granted = granted(state.reserve(new Ask(30, Purpose.WORK, "v1", new Spending(DAY, 100, 12)), NOW));
        assertThat(granted.after().day()).isEqualTo(new DayUse(DAY, 882, 100, false));
        assertThat(state.settled(new Spending(DAY.minusDays(1), 5, 5))).isEqualTo(state);
    }

    @Test
    void pushesTheTimelineForEverybodyAndThenEndsTheDay() {
        BudgetState state = granted(fresh.reserve(ask(30), NOW)).after();
        for (long seconds : new long[] {1, 2, 4}) {
            Slot slot = new Slot(NOW, DAY, state.pushback().generation());
            state = state.throttled(slot, NOW);
            assertThat(state.timeline().next()).isEqualTo(NOW.plusSeconds(seconds));
            Instant then = NOW.plusSeconds(seconds);
            assertThat(state.reserve(ask(30), NOW)).isEqualTo(new Reservation.NotYet(then));
            assertThat(granted(state.reserve(ask(30), then)).lease().block().slots())
                    .as("one at a time finds out")
                    .isEqualTo(1);
        }
        state = state.throttled(new Slot(NOW, DAY, 3), NOW);
        assertThat(state.reserve(ask(1), NOW)).isEqualTo(new Reservation.DaySpent(NEXT_DAY));
        assertThat(state.reserve(new Ask(1, Purpose.RETRY, "v1", Spending.none()), NOW))
                .isEqualTo(new Reservation.DaySpent(NEXT_DAY));
        assertThat(state.reserve(ask(1), NEXT_DAY)).isInstanceOf(Reservation.Granted.class);
        assertThat(state.reopened().reserve(ask(1), NOW.plusSeconds(4))).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void countsRefusalsOfOneGenerationAsOneEvent() {
        BudgetState once = fresh.throttled(slot(0), NOW);
        assertThat(once.throttled(slot(0), NOW.plusSeconds(5))).isEqualTo(once);
    }

    @Test
    void forgetsPushesWhenARequestIsAccepted() {
        BudgetState pushed = fresh.throttled(slot(0), NOW);
        assertThat(pushed.calmed(slot(0)).pushback()).as("sent before the push").isEqualTo(new Pushback(1, 1));
        BudgetState calm = pushed.calmed(slot(1));
        assertThat(calm.pushback()).isEqualTo(new Pushback(0, 1));
        assertThat(granted(calm.reserve(ask(30), NOW)).lease().block().slots()).isEqualTo(30);
    }

    @Test
    void voidsLeasesOfAnEarlierGeneration() {
        var granted = granted(fresh.reserve(ask(30), NOW));
        assertThat(granted.after().stands(granted.lease(), "v1")).isTrue();
        assertThat(granted.after().throttled(slot(0), NOW).stands(granted.lease(), "v1"))
                .isFalse();
        assertThat(granted.after().refused(new Refusal("v1", "401-01", NOW)).stands(granted.lease(), "v1"))
                .isFalse();
    }

    @Test
    void opensBreakerForOneVersionOfTheSecret() {
        Refusal refusal = new Refusal("v1", "401-01", NOW);
        BudgetState open = fresh.refused(refusal);
        assertThat(open.reserve(ask(1), NOW)).isEqualTo(new Reservation.KeyRefused(refusal));
        assertThat(open.reserve(new Ask(1, Purpose.WORK, "v2", Spending.none()), NOW))
                .isInstanceOf(Reservation.Granted.class);
        assertThat(open.reopened().reserve(ask(1), NOW)).isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void followsChangedSettingsWithTheNextLease() {
        Pace slow = new Pace(
                Rate.perSecond(10),
                Rate.perSecond(5),
                Duration.ZERO,
                Duration.ZERO,
                new Pace.LeaseSize(3, Duration.ofSeconds(10)));
        var granted = granted(fresh.configured(fresh.settings().withPace(slow)).reserve(ask(30), NOW));
        assertThat(granted.lease().block().slots()).isEqualTo(3);
        assertThat(granted.lease().block().step()).isEqualTo(Duration.ofMillis(200));
    }

    private BudgetState used(int requests) {
        return new BudgetState(
                7, fresh.settings(), fresh.timeline(), new DayUse(DAY, requests, 0, false), Pushback.NONE, null);
    }

    private static Slot slot(long generation) {
        return new Slot(NOW, DAY, generation);
    }

    private static Ask ask(int slots) {
        return new Ask(slots, Purpose.WORK, "v1", Spending.none());
    }

    private static Reservation.Granted granted(Reservation answer) {
        assertThat(answer).isInstanceOf(Reservation.Granted.class);
        return (Reservation.Granted) answer;
    }
}
