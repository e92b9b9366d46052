package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.interpreter.ExecutionStatus;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusEventsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String STEP = """
            {"QueryLanguage":"JSONata","StartAt":"One","States":{"One":{"Type":"Task",
             "Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"one"}},
             "End":true}}}
            """;
    private static final List<StatusRule> RULES = List.of(new StatusRule(
            "stopped",
            List.of("migration"),
            List.of(ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED),
            "https://queue"));

    @Test
    void tellsOfAFailureAsEventBridgeDoes() {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1, RULES, "one")) {
            var arn = workshop.start(workshop.create("migration", STEP), "{\"runId\":\"r1\"}");
            workshop.finish(arn);
            assertThat(workshop.heard()).hasSize(1);
            JsonNode event = workshop.heard().getFirst();
            assertThat(event.path("source").asText()).isEqualTo("aws.states");
            assertThat(event.path("detail-type").asText()).isEqualTo("Step Functions Execution Status Change");
            assertThat(event.path("account").asText()).isEqualTo("111111111111");
            assertThat(event.path("resources").path(0).asText()).isEqualTo(arn);
            JsonNode detail = event.path("detail");
            assertThat(detail.path("executionArn").asText()).isEqualTo(arn);
            assertThat(detail.path("stateMachineArn").asText()).endsWith(":stateMachine:migration");
            assertThat(detail.path("status").asText()).isEqualTo("FAILED");
            assertThat(detail.path("error").asText()).isEqualTo("dev.ferry.Broken");
            assertThat(detail.path("input").asText()).isEqualTo("{\"runId\":\"r1\"}");
            assertThat(detail.path("stopDate").asLong()).isGreaterThanOrEqualTo(START.toEpochMilli());
        }
    }

    @Test
    void isSilentOnOtherMachinesAndOnWhatEndsWell() {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1, RULES, "one")) {
            workshop.finish(workshop.start(workshop.create("load", STEP), "{}"));
            workshop.failing().clear();
            workshop.finish(workshop.start(workshop.create("migration", STEP), "{}"));
            assertThat(workshop.heard()).isEmpty();
        }
    }

    @Test
    void tellsOfEachStopOfARunThatIsTakenUpAgain() {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1, RULES, "one")) {
            var arn = workshop.start(workshop.create("migration", STEP), "{}");
            workshop.finish(arn);
            workshop.call("RedriveExecution", Json.object().put("executionArn", arn));
            workshop.finish(arn);
            assertThat(workshop.heard())
                    .extracting(event -> event.at("/detail/redriveCount").asInt())
                    .containsExactly(0, 1);
        }
    }

    /// Killed between the end and the event, or between the event and the note of it: it is sent, perhaps again.
    @Test
    void tellsAfterARestartOfWhatItMayNotHaveToldOf() {
        var journals = new InMemoryJournals();
        try (var workshop = new Workshop(journals, START, 1, RULES, "one")) {
            workshop.finish(workshop.start(workshop.create("migration", STEP), "{}"));
        }
        var entries = journals.entries();
        assertThat(entries.getLast().line()).contains("\"told\"");
        var unnoted = new InMemoryJournals(entries.subList(0, entries.size() - 1));
        try (var workshop = new Workshop(unnoted, START.plusSeconds(60), 2, RULES)) {
            assertThat(workshop.heard())
                    .singleElement()
                    .extracting(event -> event.at("/detail/status").asText())
                    .isEqualTo("FAILED");
        }
        try (var workshop = new Workshop(unnoted, START.plusSeconds(90), 3, RULES)) {
            assertThat(workshop.heard()).as("once noted, it is not sent again").isEmpty();
        }
    }
}
