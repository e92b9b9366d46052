package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.work.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against the machine in the embedded cloud: a run into the simulated workspace is undone.
class RollbackCommandIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void undoesTheRunOfADemoAndSaysWhatRemains(@TempDir Path directory) throws IOException {
        DemoRun ferry = new DemoRun(directory);
        assertThat(ferry.run("--conversations", "2", "--target", "intercom", "--intercom", "conversationDelay=PT0S"))
                .as(ferry.output())
                .isIn(0, 2);
        WorkDirectory work = new WorkDirectory(directory);
        JsonNode results = JSON.readTree(work.runResults().toFile());
        String run = results.at("/run/runId").asText();
        LocalCloud.Setup setup =
                new LocalCloud.Setup(directory.resolve("sample-export"), 0, "intercom", Map.of(), null);
        Installation installation =
                new Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC());
        try (EmbeddedLocalCloud cloud = EmbeddedLocalCloud.start(work, setup, installation)) {
            cloud.description().write(work.cloudFile());
            Path before = directory.resolve("before");
            cloud.dumpTarget(before);
            assertThat(before.resolve("Conversation.jsonl")).isNotEmptyFile();

            assertThat(ferry.command("rollback", run, "--yes"))
                    .as(ferry.output())
                    .isZero();

            Path after = directory.resolve("after");
            cloud.dumpTarget(after);
            for (String object : new String[] {"Conversation", "Contact", "Company", "Tag"}) {
                assertThat(after.resolve(object + ".jsonl")).as(object).isEmptyFile();
            }
            assertThat(ferry.command("rollback", run, "--yes"))
                    .as(ferry.output())
                    .isZero();
            assertThat(ferry.output()).contains("Nothing is left to undo.");
        }
        JsonNode rollback =
                JSON.readTree(directory.resolve("rollback/rollback.json").toFile());
        assertThat(rollback.path("balanced").asBoolean()).isTrue();
        assertThat(Files.readString(directory.resolve("rollback/rollback.html")))
                .contains("What cannot be undone");
        assertThat(Files.readString(directory.resolve("rollback/rollback-left.csv")))
                .contains("archived_only");
    }
}
