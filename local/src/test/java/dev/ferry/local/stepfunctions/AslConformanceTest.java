package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.api.ServiceException;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Holds the service to what AWS did in the recorded cases, and writes `target/asl-conformance.txt`.
class AslConformanceTest {

    private static final Path CASES =
            Path.of(System.getProperty("ferry.root", ".."), "..", "shared", "data", "asl-conformance", "cases");

    private record Verdict(String id, String topic, String mark, String detail) {}

    @Test
    void behavesAsRecordedFromAws() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CASES), "the recorded cases are not here");
        var verdicts = new ArrayList<Verdict>();
        try (var folders = Files.list(CASES)) {
            for (var folder : folders.sorted().toList()) {
                verdicts.add(verdict(Json.parseOwn(Files.readString(folder.resolve("case.json")))));
            }
        }
        report(verdicts);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.mark().equals("failed"))
                .extracting(Verdict::id)
                .isSubsetOf(KnownDifferences.IDS);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.mark().equals("refused"))
                .allSatisfy(verdict -> assertThat(verdict.detail()).containsAnyOf(KnownDifferences.REFUSALS));
    }

    private static Verdict verdict(JsonNode theCase) {
        var id = theCase.path("id").asText();
        var topic = theCase.path("topic").asText();
        try {
            var differences = new ArrayList<String>();
            var causes = new ArrayList<String>();
            switch (theCase.path("kind").asText()) {
                case "api" -> differences.addAll(new RecordedCalls(theCase).run());
                case "table" -> theCase.path("rows").forEach(row -> execute(theCase, row, differences, causes));
                default -> execute(theCase, theCase, differences, causes);
            }
            if (!differences.isEmpty()) {
                return new Verdict(id, topic, "failed", String.join(" | ", differences));
            }
            return new Verdict(id, topic, "passed", String.join(" | ", causes));
        } catch (ServiceException e) {
            return new Verdict(id, topic, "refused", e.code() + ": " + e.getMessage());
        }
    }

    private static void execute(JsonNode theCase, JsonNode row, List<String> differences, List<String> causes) {
        var execution = new RecordedExecution(theCase, row);
        differences.addAll(execution.run());
        if (!execution.cause().equals("same")) {
            causes.add("other cause: " + execution.cause());
        }
    }

    private static void report(List<Verdict> verdicts) throws IOException {
        var topics = new TreeMap<String, int[]>();
        var text = new StringBuilder();
        for (var mark : List.of("failed", "refused", "passed")) {
            for (var verdict : verdicts) {
                if (verdict.mark().equals(mark)) {
                    topics.computeIfAbsent(verdict.topic(), ignored -> new int[3])[
                            List.of("passed", "refused", "failed").indexOf(mark)]++;
                    text.append("%s %s %s%n".formatted(mark, verdict.id(), verdict.detail()));
                }
            }
        }
        var summary = new StringBuilder("topic: passed / refused / failed\n");
        var sum = new int[3];
        topics.forEach((topic, counts) -> {
            summary.append("%s: %d / %d / %d%n".formatted(topic, counts[0], counts[1], counts[2]));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += counts[i];
            }
        });
        summary.append("all: %d / %d / %d%n%n".formatted(sum[0], sum[1], sum[2]));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "asl-conformance.txt"), summary.append(text));
    }
}
