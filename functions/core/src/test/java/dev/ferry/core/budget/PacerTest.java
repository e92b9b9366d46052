package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One worker with one thread; time passes only while it sleeps.
class PacerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-03T00:00:02Z");
    private static final BudgetName NAME = new BudgetName("provider:tenant");

    private final BudgetStore store = new InMemoryBudgetStore();
    private final SteppedClock clock = new SteppedClock(NOW);
    private final SharedBudget budget = new SharedBudget(store, NAME, BudgetSettings.standard(1_000), clock);
    private final Pacer pacer = new Pacer(budget, "v1", clock, clock::pass);

    @Test
    void sendsAtTheTimesOfItsSlots() throws InterruptedException {
        pacer.expect(3);
        for (long millis : new long[] {60, 70, 80}) {
            assertThat(go(Purpose.WORK).at()).isEqualTo(NOW.plusMillis(millis));
            assertThat(clock.instant()).isEqualTo(NOW.plusMillis(millis));
        }
        assertThat(budget.current().day().reserved()).isEqualTo(3);
    }

    @Test
    void leasesAsMuchAsIsExpected() throws InterruptedException {
        pacer.expect(25);
        go(Purpose.WORK);
        assertThat(budget.current().day().reserved()).isEqualTo(25);
    }

    @Test
    void leasesMoreWhenTheLastLeaseWasUsedUp() throws InterruptedException {
        for (int request = 0; request < 6; request++) {
            go(Purpose.WORK);
        }
        assertThat(budget.current().day().reserved()).isEqualTo(1 + 4 + 16);
    }

    @Test
    void leasesLittleWhenSlotsPassUnused() throws InterruptedException {
        for (int request = 0; request < 6; request++) {
            go(Purpose.WORK);
            clock.pass(Duration.ofSeconds(3));
        }
        assertThat(budget.current().day().reserved()).isLessThanOrEqualTo(6 + 4);
    }

    @Test
    void givesBackWhatNobodyNeeded() throws InterruptedException {
        pacer.expect(25);
        go(Purpose.WORK);
        go(Purpose.WORK);
        pacer.close();
        assertThat(budget.current().day())
                .isEqualTo(new DayUse(NOW.atZone(ZoneOffset.UTC).toLocalDate(), 2, 2, false));
    }

    @Test
    void losesASlotThatItWakesUpTooLateFor() throws InterruptedException {
        pacer.expect(2);
        clock.oversleep(Duration.ofMillis(41));
        Slot slot = go(Purpose.WORK);
        assertThat(clock.instant()).isBeforeOrEqualTo(slot.at().plusMillis(40));
        pacer.close();
        assertThat(budget.current().day().used()).isEqualTo(1);
        assertThat(budget.current().day().reserved()).isEqualTo(1);
    }

    @Test
    void parksWhenTheDayIsSpentButLetsRetriesUseTheReserve() throws InterruptedException {
        budget.configure(BudgetSettings.standard(1_000)
                .withCap(new DailyCap(10, 1, 0.5, ZoneOffset.UTC, Duration.ofSeconds(2))));
        for (int request = 0; request < 5; request++) {
            go(Purpose.WORK);
        }
        assertThat(pacer.take(Purpose.WORK)).isEqualTo(new Turn.Parked(NEXT_DAY));
        for (int request = 0; request < 5; request++) {
            go(Purpose.RETRY);
        }
        assertThat(pacer.take(Purpose.RETRY)).isEqualTo(new Turn.Parked(NEXT_DAY));
    }

    @Test
    void waitsForThePushesOneTwoAndFourSecondsAndThenParks() throws InterruptedException {
        for (long seconds : new long[] {0, 1, 2, 4}) {
            Instant before = clock.instant();
            Slot refused = go(seconds == 0 ? Purpose.WORK : Purpose.RETRY);
            assertThat(Duration.between(before, refused.at()).toSeconds()).isEqualTo(seconds);
            pacer.throttled(refused);
        }
        assertThat(pacer.take(Purpose.RETRY)).isEqualTo(new Turn.Parked(NEXT_DAY));
    }

    @Test
    void goesOnAtFullPaceOnceARequestIsAccepted() throws InterruptedException {
        pacer.throttled(go(Purpose.WORK));
        pacer.accepted(go(Purpose.WORK));
        assertThat(budget.current().pushback().level()).isZero();
        pacer.expect(25);
        go(Purpose.WORK);
        assertThat(budget.current().day().reserved()).isEqualTo(1 + 1 + 25);
    }

    @Test
    void dropsLeaseThatAnotherWorkersRefusalHasVoided() throws InterruptedException {
        try (Pacer other = new Pacer(budget, "v1", clock, clock::pass)) {
            other.expect(40);
            Slot theirs = ((Turn.Go) other.take(Purpose.WORK)).slot();
            clock.onNextSleep(() -> budget.throttled(theirs));
            Slot ours = go(Purpose.WORK);
            assertThat(ours.generation()).isEqualTo(1);
            assertThat(ours.at()).isAfter(theirs.at().plusSeconds(1));
        }
    }

    @Test
    void haltsOnARefusedKeyUntilThereIsANewVersion() throws InterruptedException {
        pacer.keyRefused(go(Purpose.WORK), "401-01");
        assertThat(pacer.take(Purpose.WORK))
                .isInstanceOfSatisfying(
                        Turn.Halted.class,
                        halted -> assertThat(halted.refusal().reason()).isEqualTo("401-01"));
        try (Pacer renewed = new Pacer(budget, "v2", clock, clock::pass)) {
            assertThat(renewed.take(Purpose.WORK)).isInstanceOf(Turn.Go.class);
        }
        budget.reopen();
        assertThat(pacer.take(Purpose.WORK)).isInstanceOf(Turn.Go.class);
    }

    private Slot go(Purpose purpose) throws InterruptedException {
        Turn turn = pacer.take(purpose);
        assertThat(turn).isInstanceOf(Turn.Go.class);
        return ((Turn.Go) turn).slot();
    }

    /// A clock that only sleeping moves.
    private static final class SteppedClock extends Clock {
        private Instant now;
        private Duration oversleep = Duration.ZERO;
        private List<Runnable> onNextSleep = List.of();

        SteppedClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            List<Runnable> due = onNextSleep;
            onNextSleep = List.of();
            due.forEach(Runnable::run);
            now = now.plus(time).plus(oversleep);
            oversleep = Duration.ZERO;
        }

        /// The next sleep takes so much longer.
        void oversleep(Duration more) {
            oversleep = more;
        }

        void onNextSleep(Runnable event) {
            onNextSleep = List.of(event);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock knows one zone");
        }
    }
}
