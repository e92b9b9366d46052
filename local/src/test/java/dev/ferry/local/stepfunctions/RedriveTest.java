package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.local.stepfunctions.api.ServiceException;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RedriveTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String FAN = """
            {"QueryLanguage":"JSONata","StartAt":"Before","States":{
              "Before":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"before"}},"Output":{},"Next":"Fan"},
              "Fan":{"Type":"Map","Label":"Fan","Items":["x","y","z"],"MaxConcurrency":%d,%s
                 "ItemProcessor":{"ProcessorConfig":{"Mode":"%s"%s},"StartAt":"One","States":{
                   "One":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"{%% $states.input & '1' %%}"}},"Output":"{%% $states.input %%}","Next":"Two"},
                   "Two":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"{%% $states.input & '2' %%}"}},"Output":"{%% $states.result.Payload.done %%}","End":true}}},
                 "End":true}}}
            """;

    @Test
    void redrivesOnlyTheFailedChildFromItsFailedStep() {
        var definition =
                FAN.formatted(1, "\"ToleratedFailureCount\":0,", "DISTRIBUTED", ",\"ExecutionType\":\"STANDARD\"");
        redriven(definition, "States.ExceedToleratedFailureThreshold");
    }

    @Test
    void redrivesOnlyTheFailedIterationOfAnInlineMap() {
        var definition = FAN.formatted(1, "", "INLINE", "").replace("\"Label\":\"Fan\",", "");
        redriven(definition, "dev.ferry.Broken");
    }

    private static void redriven(String definition, String error) {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1)) {
            workshop.failing().add("y2");
            var arn = workshop.start(workshop.create("fan", definition), "{}");
            var failed = workshop.finish(arn);
            assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("FAILED");
            assertThat(failed.path("error").asText()).isEqualTo(error);
            assertThat(failed.path("redriveStatus").asText()).isEqualTo("REDRIVABLE");
            assertThat(workshop.calls()).containsExactly("before", "x1", "x2", "y1", "y2");
            workshop.failing().clear();
            workshop.call("RedriveExecution", Json.object().put("executionArn", arn));
            var outcome = workshop.finish(arn);
            assertThat(outcome.path("status").asText()).as(outcome.toString()).isEqualTo("SUCCEEDED");
            assertThat(outcome.path("output").asText()).isEqualTo("[\"x2\",\"y2\",\"z2\"]");
            assertThat(outcome.path("redriveCount").asInt()).isEqualTo(1);
            assertThat(workshop.calls()).containsExactly("before", "x1", "x2", "y1", "y2", "y2", "z1", "z2");
        }
    }

    @Test
    void refusesToRedriveWhatSucceeded() {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1)) {
            var arn = workshop.start(workshop.create("child", CrashRecoveryTest.CHILD), "{}");
            workshop.finish(arn);
            assertThatThrownBy(() ->
                            workshop.call("RedriveExecution", Json.object().put("executionArn", arn)))
                    .isInstanceOfSatisfying(
                            ServiceException.class, e -> assertThat(e.code()).isEqualTo("ExecutionNotRedrivable"));
        }
    }
}
