package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ferry.local.stepfunctions.query.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The machine `rollback` looks at the run before it does anything, whoever started it.
class RollbackMachineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Path FILE = Path.of(System.getProperty("ferry.root"), "statemachines", "rollback.asl.json");
    private static final String RUN = """
            {"QueryLanguage":"JSONata","StartAt":"Work","States":{
              "Work":{"Type":"Wait","Seconds":3600,"End":true}}}
            """;

    @Test
    void refusesWhileTheRunGoesOnAndBeginsOnceItHasEnded() throws IOException {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1)) {
            var migration = workshop.create("migration", RUN);
            var rollback = workshop.create("rollback", definition(migration + ":7"));
            var run = workshop.start(migration, "{}");

            var refused = rolledBack(workshop, rollback, "early");

            assertThat(refused.path("status").asText()).isEqualTo("FAILED");
            assertThat(refused.path("error").asText()).isEqualTo("CONFIGURATION");
            assertThat(refused.path("cause").asText()).startsWith("Run run is still going on.");
            assertThat(workshop.calls()).isEmpty();

            workshop.call("StopExecution", Json.object().put("executionArn", run));
            rolledBack(workshop, rollback, "late");

            assertThat(workshop.calls()).as("it has asked for the plan").hasSize(1);
        }
    }

    @Test
    void beginsForARunWhoseExecutionNobodyKnowsAnyMore() throws IOException {
        try (var workshop = new Workshop(new InMemoryJournals(), START, 1)) {
            var migration = workshop.create("migration", RUN);

            rolledBack(workshop, workshop.create("rollback", definition(migration)), "old");

            assertThat(workshop.calls()).hasSize(1);
        }
    }

    private static JsonNode rolledBack(Workshop workshop, String machine, String name) {
        var request = Json.object()
                .put("stateMachineArn", machine)
                .put("name", name)
                .put("input", "{\"migrationId\":\"m\",\"runId\":\"run\",\"configKey\":\"c\"}");
        return workshop.finish(
                workshop.call("StartExecution", request).path("executionArn").asText());
    }

    private static String definition(String migration) throws IOException {
        return Files.readString(FILE)
                .replace("${migrationArn}", migration)
                .replaceAll("\\$\\{[A-Za-z-]+Concurrency}", "1")
                .replaceAll("\\$\\{[A-Za-z-]+}", "arn:aws:lambda:us-east-1:111111111111:function:f");
    }
}
