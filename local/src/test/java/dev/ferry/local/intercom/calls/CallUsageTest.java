package dev.ferry.local.intercom.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallUsageTest {
    private static CallRecord call(long window, Verdict verdict, boolean done) {
        return new CallRecord(1, 0, window, "ferry", "GET /me", "/me", 200, verdict, done, "", "r");
    }

    private static CallUsage of(List<CallRecord> calls) {
        return CallUsage.counted(calls::forEach);
    }

    @Test
    void leavesTheFirstAndTheLastWindowOutOfTheUse() {
        List<CallRecord> calls = Stream.of(10L, 20L, 20L, 20L, 40L, 50L)
                .map(window -> call(window, Verdict.ADMITTED, true))
                .toList();
        CallUsage usage = of(calls);
        assertThat(usage.innerWindows()).isEqualTo(3);
        assertThat(usage.innerCalls()).isEqualTo(4);
        assertThat(usage.busiestWindow()).isEqualTo(3);
        assertThat(usage.utilisation(4)).isCloseTo(1 / 3.0, offset(1e-9));
    }

    @Test
    void countsRefusedCallsInNoWindow() {
        CallUsage usage = of(List.of(
                call(10, Verdict.ADMITTED, false),
                call(10, Verdict.WINDOW_FULL, false),
                call(0, Verdict.UNKNOWN_TOKEN, false)));
        assertThat(usage.windows()).containsOnlyKeys(10L);
        assertThat(usage.calls()).isEqualTo(1);
        assertThat(usage.refused()).isEqualTo(1);
        assertThat(usage.done("GET /me")).isZero();
        assertThat(usage.asked()).containsEntry("GET /me", 3L);
        assertThat(usage.utilisation(83)).isZero();
    }
}
