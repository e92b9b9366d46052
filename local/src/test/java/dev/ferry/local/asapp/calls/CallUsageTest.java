package dev.ferry.local.asapp.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.journal.RecordLog;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallUsageTest {
    private static final long MILLI = 1_000_000;

    @Test
    void findsTheBusiestSecondWhereverItBegins() {
        assertThat(CallUsage.busiest(new long[] {})).isZero();
        assertThat(CallUsage.busiest(new long[] {0, 1_000 * MILLI})).isEqualTo(1);
        assertThat(CallUsage.busiest(new long[] {0, 900 * MILLI, 1_000 * MILLI, 1_899 * MILLI, 1_900 * MILLI}))
                .isEqualTo(3);
    }

    @Test
    void countsByDayWhatCountsAndSortsWhatWasAnsweredOutOfOrder(@TempDir Path directory) {
        try (RecordLog<CallRecord> log = new RecordLog<>(directory.resolve("calls.jsonl"), CallRecord::of)) {
            log.replay(call -> {});
            log.add(call(500 * MILLI, "2026-03-06T00:00:00Z", Verdict.ADMITTED, true));
            log.add(call(0, "2026-03-05T23:59:59Z", Verdict.ADMITTED, true));
            log.add(call(100 * MILLI, "2026-03-05T23:59:59Z", Verdict.DAY_EXHAUSTED, false));
            log.add(call(200 * MILLI, "2026-03-05T23:59:59Z", Verdict.DOWNLOAD, false));
            log.add(call(300 * MILLI, "2026-03-05T23:59:59Z", Verdict.UNKNOWN_KEY, false));
            CallUsage usage = CallUsage.of(log);
            assertThat(usage.requests()).isEqualTo(3);
            assertThat(usage.admitted()).isEqualTo(2);
            assertThat(usage.busiestSecond()).isEqualTo(3);
            assertThat(usage.days())
                    .containsEntry(LocalDate.of(2026, 3, 5), 1L)
                    .containsEntry(LocalDate.of(2026, 3, 6), 1L);
        }
    }

    private static CallRecord call(long nanos, String time, Verdict verdict, boolean counted) {
        return new CallRecord(0, nanos, Instant.parse(time), "k", "GET", "/v1/health", 200, verdict, counted);
    }
}
