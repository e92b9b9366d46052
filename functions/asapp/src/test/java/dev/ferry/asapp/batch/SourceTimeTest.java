package dev.ferry.asapp.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTimeTest {
    @Test
    void readsTheEightSpellings() {
        for (String spelling : List.of(
                "2026-03-02 15:04:11",
                "2026-03-02 15:04:11+00:00",
                "2026-03-02 15:04:11.000",
                "2026-03-02 15:04:11.000000+00:00",
                "2026-03-02T15:04:11",
                "2026-03-02T15:04:11+00:00",
                "2026-03-02T15:04:11.000000+00:00",
                "2026-03-02T15:04:11.000000000Z")) {
            assertThat(SourceTime.instant(SourceTime.nanos(spelling))).isEqualTo("2026-03-02T15:04:11Z");
        }
    }

    @Test
    void keepsTheFraction() {
        assertThat(SourceTime.instant(SourceTime.nanos("2026-03-02T15:04:11.120Z")))
                .isEqualTo("2026-03-02T15:04:11.120Z");
    }

    @Test
    void cutsOffWhatIsFinerThanANanosecond() {
        assertThat(SourceTime.instant(SourceTime.nanos("2026-03-02T15:04:11.120000000999Z")))
                .isEqualTo("2026-03-02T15:04:11.120Z");
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text : List.of(
                "",
                "soon",
                "2026-02-30 00:00:00",
                "2026-03-02 24:00:00",
                "2026-03-02 15:04:11+02:00",
                "2026-03-02",
                "2026-03-02 15:04:11.",
                "2026-03-02 15:04:11.1234567890123",
                "1772463851")) {
            assertThat(SourceTime.nanos(text)).as(text).isEqualTo(SourceTime.NONE);
        }
    }
}
