package dev.ferry.intercom.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.budget.Ask;
import dev.ferry.core.budget.Block;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.Purpose;
import dev.ferry.core.budget.Reservation;
import dev.ferry.core.budget.Spending;
import dev.ferry.intercom.target.IntercomOptions.PaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomBudgetTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T06:00:03Z");
    private static final int WINDOWS = 12;

    /// A minute's limit of 500, 1,000 and 10,000, as Intercom announces it for a window.
    @ParameterizedTest
    @ValueSource(ints = {83, 167, 1_667})
    void fillsEveryWindowToAtLeast95PercentAndExceedsNone(int window) {
        Map<Long, Integer> sent = saturated(window);

        sent.forEach((start, count) -> assertThat(count).as("window " + start).isLessThanOrEqualTo(window));
        assertThat(sent.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo((int) (0.95 * window * WINDOWS));
    }

    /// Slots that are always asked for; each is counted in the whole windows after the first.
    private static Map<Long, Integer> saturated(int window) {
        BudgetState state = BudgetState.opened(IntercomBudget.settings(window), BEGIN);
        Instant end = BEGIN.plus(Duration.ofSeconds(10L * (WINDOWS + 2)));
        Map<Long, Integer> sent = new TreeMap<>();
        Instant now = BEGIN;
        while (now.isBefore(end)) {
            switch (state.reserve(new Ask(1_000, Purpose.WORK, "v1", Spending.none()), now)) {
                case Reservation.Granted(BudgetState after, var lease) -> {
                    state = after;
                    Block block = lease.block();
                    for (int i = 0; i < block.slots(); i++) {
                        sent.merge(block.slot(i).getEpochSecond() / 10, 1, Integer::sum);
                    }
                }
                case Reservation.NotYet(Instant again) -> now = again;
                case Reservation.DaySpent _, Reservation.KeyRefused _ -> throw new AssertionError("no day, no refusal");
            }
        }
        long first = BEGIN.getEpochSecond() / 10;
        sent.keySet().removeIf(start -> start <= first || start > first + WINDOWS);
        return sent;
    }

    @Test
    void usesTheShareOfWhatIntercomAnnouncesAndNeverMoreThanTheOperatorAllows() {
        PaceOptions half = new PaceOptions(500, 50);
        assertThat(IntercomBudget.window(half, 0)).isEqualTo(83);
        assertThat(IntercomBudget.window(half, 83)).isEqualTo(41);
        assertThat(IntercomBudget.window(half, 1_667)).isEqualTo(83);
        assertThat(IntercomBudget.window(new PaceOptions(10_000, 100), 1_667)).isEqualTo(1_666);
    }
}
