package dev.ferry.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.core.scope.ScopeResults.Gap;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionDaysTest {

    @Test
    void tellsWhatAllFeedsLackFromWhatOneLacks() {
        PartitionDays days = new PartitionDays();
        List.of("2026-03-01", "2026-03-02", "2026-03-06").forEach(day -> days.add("utterances", LocalDate.parse(day)));
        List.of("2026-03-02", "2026-03-07").forEach(day -> days.add("reps", LocalDate.parse(day)));

        assertThat(days.gaps())
                .containsExactly(
                        new Gap("every feed", "2026-03-03", "2026-03-05", "no finished partition"),
                        new Gap("reps", "2026-03-06", "2026-03-06", "no finished partition"),
                        new Gap("utterances", "2026-03-07", "2026-03-07", "no finished partition"));
        assertThat(days.first("reps")).contains(LocalDate.parse("2026-03-02"));
        assertThat(days.last("unknown")).isEmpty();
    }
}
