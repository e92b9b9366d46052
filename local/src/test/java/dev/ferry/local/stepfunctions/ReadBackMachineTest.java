package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The machine `load` from the moment at which everything is sent: it collects every share of what is read back, then
/// balances the books.
class ReadBackMachineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Path FILE = Path.of(System.getProperty("ferry.root"), "statemachines", "load.asl.json");

    @ParameterizedTest
    @ValueSource(strings = {"[0]", "[0,1,2,3,4,5]"})
    void collectsEveryShareOfWhatIsReadBack(String shares) throws IOException {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1)) {
            workshop.answer("OpenReadBackArn", "{\"readJob\":\"job-1\",\"shares\":%s}".formatted(shares));
            workshop.answer("PollReadBackArn", "{\"running\":false,\"lost\":false}");
            workshop.answer("CollectReadBackArn", "{\"found\":7}");
            workshop.answer("BalancePhaseArn", "{\"balanced\":true,\"booksKey\":\"books.json\"}");

            JsonNode end = workshop.finish(workshop.start(workshop.create("load", definition()), "{}"));

            assertThat(end.path("status").asText()).as(end.toString()).isEqualTo("SUCCEEDED");
            List<JsonNode> collected = workshop.payloads().stream()
                    .filter(payload -> payload.has("share"))
                    .toList();
            int count = Json.parseOwn(shares).size();
            assertThat(collected.stream().map(payload -> payload.path("share").asInt()))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, count).boxed().toList());
            assertThat(collected).allSatisfy(payload -> {
                assertThat(payload.path("shares").asInt()).isEqualTo(count);
                assertThat(payload.path("readJob").asText()).isEqualTo("job-1");
                assertThat(payload.path("phase").asText()).isEqualTo("Case");
            });
        }
    }

    /// Without the states before, whose variables a state of its own assigns.
    private static String definition() throws IOException {
        ObjectNode machine = (ObjectNode) Json.parseOwn(Files.readString(FILE)
                .replaceAll("\\$\\{([A-Za-z]+Arn)}", "arn:aws:lambda:us-east-1:111111111111:function:$1"));
        ObjectNode states = (ObjectNode) machine.path("States");
        states.remove(List.of("PlanPhase", "StageBuckets", "SendFirstChunk", "LoadBuckets"));
        states.putObject("Sent")
                .put("Type", "Pass")
                .put("Next", "OpenReadBack")
                .putObject("Assign")
                .put("migrationId", "m")
                .put("runId", "run")
                .put("configKey", "c")
                .put("phase", "Case")
                .put("pollSeconds", 1);
        return Json.text(machine.put("StartAt", "Sent"));
    }
}
