package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DistributedMapTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final String MACHINE = """
            {"QueryLanguage":"JSONata","StartAt":"Fan","States":{"Fan":{"Type":"Map","Label":"Fan","ToleratedFailureCount":1,
              "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL","MaxItems":5},"Arguments":{"Bucket":"work","Key":"list.jsonl"}},
              "ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"run":"r1"}},
              "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"One","States":{
                "One":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f","Payload":{"key":"{% $states.input.BatchInput.run & $join($states.input.Items.id) %}"}},"Output":"{% $states.result.Payload.done %}","End":true}}},
              "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","WriterConfig":{"Transformation":"COMPACT","OutputType":"JSON"},"Arguments":{"Bucket":"out","Prefix":"results"}},
              "End":true}}}
            """;

    @Test
    void readsLinesBatchesThemAndWritesResultsWithAManifest() throws ObjectStore.Refused {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 3, "r1e")) {
            workshop.objects()
                    .put(
                            "work",
                            "list.jsonl",
                            "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n{\"id\":\"d\"}\n{\"id\":\"e\"}\n{\"id\":\"f\"}\n"
                                    .getBytes(StandardCharsets.UTF_8));
            var arn = workshop.start(workshop.create("fan", MACHINE), "{}");
            var outcome = workshop.finish(arn);
            assertThat(outcome.path("status").asText()).as(outcome.toString()).isEqualTo("SUCCEEDED");
            assertThat(workshop.calls()).containsExactlyInAnyOrder("r1ab", "r1cd", "r1e");
            var details = Json.parseOwn(outcome.path("output").asText()).path("ResultWriterDetails");
            var manifest = object(workshop, details.path("Key").asText());
            var files = manifest.path("ResultFiles");
            var succeeded =
                    object(workshop, files.path("SUCCEEDED").path(0).path("Key").asText());
            assertThat(succeeded.toString()).isEqualTo("[\"r1ab\",\"r1cd\"]");
            var failed =
                    object(workshop, files.path("FAILED").path(0).path("Key").asText());
            assertThat(failed.path(0).path("Error").asText()).isEqualTo("dev.ferry.Broken");
            assertThat(files.path("PENDING")).isEmpty();
            var run = workshop.call(
                    "DescribeMapRun",
                    Json.object().put("mapRunArn", manifest.path("MapRunArn").asText()));
            assertThat(run.path("itemCounts").path("succeeded").asInt()).isEqualTo(4);
            assertThat(run.path("itemCounts").path("failed").asInt()).isEqualTo(1);
            var children = workshop.call(
                    "ListExecutions",
                    Json.object().put("mapRunArn", manifest.path("MapRunArn").asText()));
            assertThat(children.path("executions")).hasSize(3);
        }
    }

    private static JsonNode object(Workshop workshop, String key) throws ObjectStore.Refused {
        return Json.parseOwn(new String(workshop.objects().get("out", key), StandardCharsets.UTF_8));
    }
}
