package dev.ferry.handlers.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.load.Allowance;
import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.billing.Meter.Used;
import dev.ferry.handlers.logging.PrintedJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmittedMetricsTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @RegisterExtension
    final PrintedJson printed = new PrintedJson();

    @Test
    void emitsEveryMetricThatTheListHasAndNoOther() throws IOException {
        PhaseMetrics.emit("acme", "extract", new UnitReport(1, 2, 3, 4, 5));
        PhaseMetrics.emitBooks("acme", "extract", true, 2);
        PhaseMetrics.emitAllowance("acme", "load", new Allowance(20, 83, Duration.ofSeconds(10)));
        PhaseMetrics.emitFailure("acme", "STORE_UNAVAILABLE");
        PhaseMetrics.emitGateOpened("acme", "owners");
        PhaseMetrics.emitGateAnswered("acme", "owners");
        uses().forEach(use -> PhaseMetrics.emitUse("acme", "extract", use));
        BudgetMetrics.emit("acme", BudgetState.opened(BudgetSettings.standard(100_000), NOON), 10, NOON);

        Set<String> emitted = new TreeSet<>();
        for (JsonNode line : printed.lines()) {
            assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Ferry");
            line.at("/_aws/CloudWatchMetrics/0/Metrics")
                    .forEach(metric -> emitted.add(metric.path("Name").asText()));
        }
        assertThat(emitted)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FerryMetric.values())
                        .map(FerryMetric::key)
                        .toList());
    }

    @Test
    void countsTheBillOfAnInvocationAndNamesItsBottleneck() throws IOException {
        PhaseMetrics.emitUse("acme", "extract", uses().getFirst());

        JsonNode line = printed.lines().getFirst();
        assertThat(line.path("GbSeconds").asDouble()).isEqualTo(2.0);
        assertThat(line.path("WriteUnits").asDouble()).isEqualTo(1_000);
        assertThat(line.path("EstimatedUsd").asDouble()).isBetween(0.00067, 0.00068);
        assertThat(line.path("BoundByProcessor").asInt()).isOne();
        assertThat(line.toString()).contains("\"currentBottleneck\":\"processor\"");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("Migration", "Phase");
    }

    private static List<InvocationUse> uses() {
        Meter wrote = new Meter();
        wrote.add(Used.WRITE_UNITS, 1_000);
        Duration two = Duration.ofSeconds(2);
        return List.of(
                new InvocationUse(1024, two, Duration.ofMillis(1_900), wrote),
                new InvocationUse(1024, two, Duration.ofMillis(100), waiting(two)),
                new InvocationUse(1024, two, Duration.ofMillis(100), new Meter()));
    }

    private static Meter waiting(Duration time) {
        Meter meter = new Meter();
        meter.waited(time);
        return meter;
    }
}
