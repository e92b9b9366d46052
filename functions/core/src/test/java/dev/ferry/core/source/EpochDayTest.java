package dev.ferry.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EpochDayTest {
    @Test
    void countsEveryDayAsTheLibraryDoes() {
        LocalDate end = LocalDate.of(2401, 1, 1);
        for (LocalDate day = LocalDate.of(1600, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(EpochDay.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                    .isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void knowsWhichDaysExist() {
        assertThat(EpochDay.exists(2024, 2, 29)).isTrue();
        assertThat(EpochDay.exists(2000, 2, 29)).isTrue();
        assertThat(EpochDay.exists(1900, 2, 29)).isFalse();
        assertThat(EpochDay.exists(2026, 4, 31)).isFalse();
        assertThat(EpochDay.exists(2026, 13, 1)).isFalse();
        assertThat(EpochDay.exists(2026, 0, 1)).isFalse();
        assertThat(EpochDay.exists(2026, 1, 0)).isFalse();
    }
}
