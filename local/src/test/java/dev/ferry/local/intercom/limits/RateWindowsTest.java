package dev.ferry.local.intercom.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.intercom.workspace.App;
import dev.ferry.local.intercom.workspace.LimitRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWindowsTest {
    private final RateWindows windows = new RateWindows();

    private static LimitRules rules(int perMinute) {
        return new LimitRules(perMinute, 25_000, 0, 10, 0, Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"500, 83", "1000, 167", "10000, 1667"})
    void cutsAMinuteIntoSixRoundedWindows(int perMinute, int perWindow) {
        Admission first = windows.admit(App.demonstration(), 1_025, rules(perMinute));
        assertThat(first.limit()).isEqualTo(perWindow);
        assertThat(first.remaining()).isEqualTo(perWindow - 1);
        assertThat(first.window()).isEqualTo(1_020);
        for (int i = 1; i < perWindow; i++) {
            assertThat(windows.admit(App.demonstration(), 1_029, rules(perMinute))
                            .passes())
                    .isTrue();
        }
        Admission over = windows.admit(App.demonstration(), 1_029, rules(perMinute));
        assertThat(over.refusedBy()).isEqualTo(perWindow);
        assertThat(windows.admit(App.demonstration(), 1_030, rules(perMinute)).passes())
                .isTrue();
    }

    @Test
    void countsACallThatWasOvertakenInThePresentWindow() {
        LimitRules rules = rules(12);
        assertThat(windows.admit(App.demonstration(), 1_030, rules).window()).isEqualTo(1_030);
        assertThat(windows.admit(App.demonstration(), 1_029, rules).window()).isEqualTo(1_030);
        assertThat(windows.admit(App.demonstration(), 1_030, rules).passes()).isFalse();
    }

    @Test
    void beginsAnewWhenTheTimeIsSetBack() {
        LimitRules rules = rules(6);
        assertThat(windows.admit(App.demonstration(), 5_000, rules).passes()).isTrue();
        assertThat(windows.admit(App.demonstration(), 1_000, rules).window()).isEqualTo(1_000);
    }

    @Test
    void takesUpAWindowThatWasBegun() {
        windows.replay("ferry", 1_020, rules(12));
        assertThat(windows.admit(App.demonstration(), 1_021, rules(12)).remaining())
                .isZero();
        assertThat(windows.admit(App.demonstration(), 1_021, rules(12)).passes())
                .isFalse();
    }
}
