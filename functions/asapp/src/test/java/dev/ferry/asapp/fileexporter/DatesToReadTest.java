package dev.ferry.asapp.fileexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatesToReadTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 5);
    private static final LocalDate SECOND = LocalDate.of(2026, 8, 18);
    private static final LocalDate THIRD = LocalDate.of(2026, 9, 22);

    @Test
    void readsAllDatesTheFirstTime() {
        assertThat(DatesToRead.of(List.of(THIRD, FIRST, SECOND), List.of())).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void readsTheLatestDatesAgain() {
        List<LocalDate> all = List.of(THIRD, FIRST, SECOND);
        assertThat(DatesToRead.of(all, all)).containsExactly(SECOND, THIRD);
    }

    @Test
    void readsADateThatAppearsLate() {
        assertThat(DatesToRead.of(List.of(FIRST, SECOND, THIRD), List.of(SECOND, THIRD)))
                .containsExactly(FIRST, SECOND, THIRD);
    }
}
