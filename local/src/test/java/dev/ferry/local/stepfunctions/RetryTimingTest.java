package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.stepfunctions.query.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryTimingTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String MACHINE = """
            {"QueryLanguage":"JSONata","StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
              "Arguments":{"FunctionName":"f","Payload":{"key":"broken"}},
              "Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":2,"MaxAttempts":4,"BackoffRate":3,"MaxDelaySeconds":20,"JitterStrategy":"%s"}],
              "End":true}}}
            """;

    /// 2 + 6 + 18 + 20 seconds: the fourth delay would be 54 and is cut.
    @Test
    void waitsLongerEachTimeUpToTheMaximum() {
        assertThat(elapsed("NONE")).isEqualTo(Duration.ofSeconds(46));
    }

    @Test
    void drawsEachDelayBetweenZeroAndTheWholeWithFullJitter() {
        var elapsed = elapsed("FULL");
        assertThat(elapsed).isLessThan(Duration.ofSeconds(46)).isPositive();
        assertThat(elapsed("FULL")).as("the same chance gives the same delays").isEqualTo(elapsed);
    }

    private static Duration elapsed(String jitter) {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 7, "broken")) {
            var arn = workshop.start(workshop.create("retry", MACHINE.formatted(jitter)), "{}");
            var outcome = workshop.finish(arn);
            assertThat(outcome.path("error").asText()).isEqualTo("dev.ferry.Broken");
            assertThat(workshop.calls()).hasSize(5);
            var history = workshop.call("GetExecutionHistory", Json.object().put("executionArn", arn));
            var events = history.path("events");
            double seconds = events.get(events.size() - 1).path("timestamp").asDouble()
                    - events.get(0).path("timestamp").asDouble();
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }
}
