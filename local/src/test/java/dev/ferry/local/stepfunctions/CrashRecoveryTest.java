package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.local.stepfunctions.api.ServiceException;
import dev.ferry.local.stepfunctions.query.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Cuts the journals of one run after every single record, starts the service on what is left, and looks whether
/// the run ends as it would have, with nothing done twice that was known to be done.
class CrashRecoveryTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern DONE = Pattern.compile("done\\\\*\":\\\\*\"(\\w+)");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    static final String CHILD = """
            {"QueryLanguage":"JSONata","StartAt":"C1","States":{
              "C1":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"child1"}},"Output":"{% $states.result.Payload %}","Next":"C2"},
              "C2":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"child2"}},"Output":"{% $states.result.Payload %}","End":true}}}
            """;

    static final String PARENT = """
            {"QueryLanguage":"JSONata","StartAt":"First","States":{
              "First":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"first"}},"Assign":{"first":"{% $states.result.Payload.done %}"},"Output":{},"Next":"Pause"},
              "Pause":{"Type":"Wait","Seconds":60,"Next":"Both"},
              "Both":{"Type":"Parallel","Branches":[
                 {"StartAt":"Left","States":{"Left":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"left"}},"Output":"{% $states.result.Payload.done & $first %}","End":true}}},
                 {"StartAt":"Right","States":{"Right":{"Type":"Map","Items":["a","b"],"ItemSelector":{"key":"{% $states.context.Map.Item.Value %}"},"ItemProcessor":{"StartAt":"Item","States":{"Item":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":"{% $states.input %}"},"Output":"{% $states.result.Payload.done %}","End":true}}},"End":true}}}],
                 "Assign":{"both":"{% $states.result %}"},"Output":{},"Next":"Flaky"},
              "Flaky":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"broken"}},
                 "Retry":[{"ErrorEquals":["dev.ferry.Broken"],"IntervalSeconds":5,"MaxAttempts":2,"BackoffRate":2}],
                 "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"error":"{% $states.errorOutput.Error %}"},"Output":{},"Next":"Nested"}],"Next":"Nested"},
              "Nested":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Arguments":{"StateMachineArn":"arn:aws:states:us-east-1:111111111111:stateMachine:child","Input":{}},"Assign":{"nested":"{% $states.result.Output.done %}"},"Output":{},"Next":"Fan"},
              "Fan":{"Type":"Map","Label":"Fan","Items":["x","y","z"],"MaxConcurrency":2,"ItemBatcher":{"MaxItemsPerBatch":1},
                 "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Each","States":{"Each":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"{% $states.input.Items[0] %}"}},"Output":"{% $states.result.Payload.done %}","End":true}}},
                 "Assign":{"fan":"{% $states.result %}"},"Output":{},"Next":"Gate"},
              "Gate":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","TimeoutSeconds":86400,"Arguments":{"QueueUrl":"q","MessageBody":{"token":"{% $states.context.Task.Token %}"}},
                 "Output":{"first":"{% $first %}","both":"{% $both %}","error":"{% $error %}","nested":"{% $nested %}","fan":"{% $fan %}","gate":"{% $states.result %}"},"End":true}}}
            """;

    private static final String EXPECTED = """
            {"first":"first","both":["leftfirst",["a","b"]],"error":"dev.ferry.Broken","nested":"child2","fan":["x","y","z"],"gate":{"answered":true}}
            """;

    @Test
    void goesOnFromEveryRecordWithoutDoingFinishedWorkAgain() {
        var journals = new InMemoryJournals();
        String arn;
        try (var first = new Workshop(journals, START, 1, "broken")) {
            first.create("child", CHILD);
            arn = first.start(first.create("parent", PARENT), "{}");
            var outcome = first.finish(arn);
            assertThat(outcome.path("status").asText()).as(outcome.toString()).isEqualTo("SUCCEEDED");
            assertThat(Json.parseOwn(outcome.path("output").asText())).isEqualTo(Json.parseOwn(EXPECTED));
        }
        var entries = journals.entries();
        assertThat(entries).hasSizeGreaterThan(80);
        for (int kept = 0; kept <= entries.size(); kept++) {
            goOn(arn, List.copyOf(entries.subList(0, kept)));
        }
    }

    private static void goOn(String arn, List<InMemoryJournals.Entry> kept) {
        var seed = kept.size() + 100;
        try (var again = new Workshop(new InMemoryJournals(kept), START.plusSeconds(3600), seed, "broken")) {
            if (!exists(again, arn)) {
                assertThat(kept).noneMatch(entry -> entry.line().contains("\"arn\":\"" + arn));
                return;
            }
            openTokens(kept).forEach(again::expectToken);
            var outcome = again.finish(arn);
            var at = "after record %d: %s".formatted(kept.size(), outcome);
            assertThat(outcome.path("status").asText()).as(at).isEqualTo("SUCCEEDED");
            assertThat(Json.parseOwn(outcome.path("output").asText())).as(at).isEqualTo(Json.parseOwn(EXPECTED));
            assertThat(again.calls()).as(at).doesNotContainAnyElementsOf(done(kept));
            assertThat(again.calls().stream().filter(key -> !key.equals("broken")))
                    .as(at)
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean exists(Workshop workshop, String arn) {
        try {
            return workshop.describe(arn).has("status");
        } catch (ServiceException e) {
            return false;
        }
    }

    /// The keys whose answers stand in the journals.
    private static Set<String> done(List<InMemoryJournals.Entry> kept) {
        var keys = new HashSet<String>(Set.of("nobody"));
        for (var entry : kept) {
            if (entry.line().contains("\"type\":\"TaskSucceeded\"")) {
                var matcher = DONE.matcher(entry.line());
                while (matcher.find()) {
                    keys.add(matcher.group(1));
                }
            }
        }
        return keys;
    }

    /// Tokens whose message was sent before the end and that nobody has answered.
    private static Set<String> openTokens(List<InMemoryJournals.Entry> kept) {
        var tokens = new HashSet<String>();
        for (var entry : kept) {
            var line = entry.line();
            var matcher = TOKEN.matcher(line);
            if (line.contains("sendMessage.waitForTaskToken") && line.contains("\"k\":\"sched\"") && matcher.find()) {
                tokens.add(matcher.group(1));
            }
            if (line.contains("\"k\":\"answer\"")) {
                tokens.clear();
            }
        }
        boolean sent = kept.stream()
                .anyMatch(entry -> entry.line().contains("\"TaskSubmitted\"")
                        && entry.line().contains("sendMessage.waitForTaskToken"));
        return sent ? tokens : Set.of();
    }
}
