package dev.ferry.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.handlers.metrics.FerryMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final Pattern SEARCHED = Pattern.compile("\\{Ferry,Migration,[A-Za-z]+}[^{]*?MetricName=\"(\\w+)\"");
    private static final Pattern ASKED = Pattern.compile("SELECT [A-Z]+\\((\\w+)\\) FROM SCHEMA\\(\"Ferry\"");
    private static final int WIDTH = 24;
    private static final int MOST_WIDGETS = 500;

    private final Templates templates = Templates.get();

    /// `EmittedMetricsTest` holds the list against what functions really print.
    @Test
    void showsEveryMetricThatFunctionsEmitAndNoOther() {
        assertThat(names(SEARCHED, body().toString().replace("\\\"", "\"")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FerryMetric.values())
                        .map(FerryMetric::key)
                        .toList());
    }

    @Test
    void readsEachMetricTheWayItIsMeant() {
        String body = body().toString().replace("\\\"", "\"");
        for (FerryMetric metric : FerryMetric.values()) {
            assertThat(body)
                    .contains("MetricName=\"%s\"', '%s'"
                            .formatted(metric.key(), metric.reading().statistic()));
        }
    }

    @Test
    void asksInAlarmsForMetricsThatExist() {
        String alarms = Templates.properties(templates.watch(), "AWS::CloudWatch::Alarm")
                .toString()
                .replace("\\\"", "\"");
        Set<String> emitted =
                Arrays.stream(FerryMetric.values()).map(FerryMetric::key).collect(Collectors.toSet());
        assertThat(names(ASKED, alarms)).isNotEmpty().isSubsetOf(emitted);
    }

    @Test
    void tellsPeopleOfGatesBreakersDeadLettersAndStalledPhases() {
        assertThat(Templates.properties(templates.watch(), "AWS::CloudWatch::Alarm"))
                .allSatisfy(alarm -> {
                    assertThat(alarm.path("AlarmActions")).isNotEmpty();
                    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
                })
                .extracting(alarm -> alarm.path("AlarmName").asText())
                .contains(
                        "ferry-test-gate-waits",
                        "ferry-test-breaker-tripped",
                        "ferry-test-pages-dead-not-empty",
                        "ferry-test-stopped-runs-dead-not-empty",
                        "ferry-test-report-stopped-run-throttled",
                        "ferry-test-phase-stalled",
                        "ferry-test-run-failed");
    }

    @Test
    void isWhatCloudWatchTakes() {
        List<JsonNode> widgets = new ArrayList<>();
        body().path("widgets").forEach(widgets::add);
        assertThat(widgets).hasSizeBetween(20, MOST_WIDGETS).allSatisfy(widget -> {
            assertThat(widget.path("x").asInt() + widget.path("width").asInt()).isLessThanOrEqualTo(WIDTH);
            Set<String> ids = new TreeSet<>();
            widget.at("/properties/metrics").forEach(line -> {
                String id = line.at("/0/id").asText();
                assertThat(id).matches("[a-z][a-zA-Z0-9_]*");
                assertThat(ids.add(id)).as(id).isTrue();
            });
        });
        assertThat(widgets)
                .noneMatch(one -> widgets.stream().anyMatch(other -> !one.equals(other) && overlap(one, other)));
    }

    private JsonNode body() {
        JsonNode body = Templates.properties(templates.watch(), "AWS::CloudWatch::Dashboard")
                .getFirst()
                .path("DashboardBody");
        try {
            return new ObjectMapper().readTree(String.join("", Texts.of(body)));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the dashboard is no JSON", e);
        }
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return one.path("x").asInt()
                        < other.path("x").asInt() + other.path("width").asInt()
                && other.path("x").asInt()
                        < one.path("x").asInt() + one.path("width").asInt()
                && one.path("y").asInt()
                        < other.path("y").asInt() + other.path("height").asInt()
                && other.path("y").asInt()
                        < one.path("y").asInt() + one.path("height").asInt();
    }
}
