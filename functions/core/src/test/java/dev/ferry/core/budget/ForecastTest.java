package dev.ferry.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T12:00:00Z");
    private final BudgetState state = BudgetState.opened(BudgetSettings.standard(100_000), TUESDAY_NOON);

    @Test
    void isDoneTodayWhenTheDayHoldsIt() {
        assertThat(Forecast.of(state, 8_000, TUESDAY_NOON))
                .isEqualTo(new Forecast(TUESDAY_NOON.plusSeconds(100), 1, 88_200));
    }

    @Test
    void isDoneOnThursdayAtThisCap() {
        Forecast forecast = Forecast.of(state, 200_000, TUESDAY_NOON);
        assertThat(forecast.days()).isEqualTo(3);
        assertThat(forecast.sentence(ZoneOffset.UTC, Locale.ENGLISH))
                .isEqualTo("done on Thursday, 2026-03-05 at 00:04 at 88200 requests a day");
    }

    @Test
    void isDoneAtTheEndOfADayThatIsUsedUpExactly() {
        Forecast forecast = Forecast.of(state, 2 * 88_200, TUESDAY_NOON);
        assertThat(forecast.days()).isEqualTo(2);
    }

    @Test
    void countsWhatIsLeftOfToday() {
        BudgetState spent = new BudgetState(
                3,
                state.settings(),
                state.timeline(),
                new DayUse(LocalDate.parse("2026-03-03"), 88_200, 80_000, false),
                Pushback.NONE,
                null);
        assertThat(Forecast.of(spent, 80, TUESDAY_NOON).done()).isEqualTo(Instant.parse("2026-03-04T00:00:03Z"));
        assertThat(BudgetStatus.of(spent, TUESDAY_NOON))
                .isEqualTo(new BudgetStatus(
                        LocalDate.parse("2026-03-03"), 80_000, 88_200, 0, Instant.parse("2026-03-04T00:00:02Z"), null));
    }

    @Test
    void isLimitedByTheRateWhereNoDayIs() {
        BudgetState endless = BudgetState.opened(state.settings().withCap(DailyCap.none()), TUESDAY_NOON);
        assertThat(Forecast.of(endless, 80L * 3_600 * 20, TUESDAY_NOON).done())
                .isEqualTo(Instant.parse("2026-03-04T08:00:00Z"));
    }
}
