package dev.ferry.handlers.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void spansDoubleUntilTheLongest() {
        Backoff backoff = backoff(0.5);
        assertThat(List.of(0, 1, 2, 6, 7, 50))
                .extracting(attempt -> backoff.afterAttempt(attempt).toMillis())
                .containsExactly(25L, 50L, 100L, 1_600L, 2_500L, 2_500L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 63, 64, 1_000, Integer.MAX_VALUE})
    void neverWaitsLongerThanTheLongest(int attempt) {
        assertThat(backoff(Math.nextDown(1.0)).afterAttempt(attempt)).isBetween(Duration.ZERO, LONGEST);
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhat() {
        Backoff backoff = backoff(0.5);
        backoff.waitAfter(0, "writing 3 items");
        backoff.waitAfter(1, "writing 3 items");
        assertThatThrownBy(() -> backoff.waitAfter(2, "writing 3 items"))
                .isInstanceOfSatisfying(
                        FerryException.class, given -> assertThat(given.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE))
                .hasMessageContaining("writing 3 items was still throttled after 3 attempts");
        assertThat(pauses).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50));
    }

    @Test
    void stopsAtAnInterruptAndLeavesItStanding() {
        Backoff backoff = new Backoff(FIRST, LONGEST, 3, () -> 0.5, _ -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> backoff.waitAfter(0, "reading")).isInstanceOf(FerryException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Backoff backoff(double chance) {
        return new Backoff(FIRST, LONGEST, 3, () -> chance, pauses::add);
    }
}
