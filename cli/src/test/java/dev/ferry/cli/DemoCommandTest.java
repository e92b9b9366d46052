package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.cli.work.WorkDirectory;
import dev.ferry.core.report.RunHashes;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.Undo;
import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final String RUN = "run-20261101-023000-000";

    private final CommandLineHarness ferry = new CommandLineHarness();

    @TempDir
    private Path temporary;

    @Test
    void makesASampleStartsARunAndPrintsTheReport() throws IOException {
        results();
        Path work = temporary.resolve("w ork");
        assertThat(ferry.run("demo", "--work", work.toString())).isZero();
        assertThat(work.resolve("report.html")).exists();
        assertThat(work.resolve("cloud.json")).doesNotExist();
        assertThat(ferry.out.toString())
                .contains("✓ sample export", "✓ embedded cloud", "✓ run", "Everything moved", "report.html")
                .doesNotContain("✗");
        JsonNode config = new ObjectMapper()
                .readTree(ferry.cloud.work.open("runs/" + RUN + "/config.json").orElseThrow());
        assertThat(config.path("company").asText()).isEqualTo("acme");
        assertThat(config.path("source").path("bucket").asText()).isEqualTo("export");
        assertThat(config.path("csatScales").path("Home").asText()).isEqualTo("0-200");
        assertThat(config.path("target").path("loginUrl").asText()).isEqualTo("http://localhost:1");
    }

    @Test
    void answersTheOwnerGateWithTheDefaultOwner() {
        gate();
        results();
        assertThat(ferry.run("demo", "--work", temporary.toString())).isZero();
        assertThat(ferry.cloud.answers)
                .containsExactly("{\"defaultOwner\":\"\",\"owners\":{\"asapp:acme:rep:7\":\"default\"}}");
        assertThat(ferry.out.toString()).contains("1 agent given to the default owner");
    }

    @Test
    void interactiveStopsAtTheGateAndGoesOnWithTheFilledInFile() throws IOException {
        gate();
        results();
        assertThat(ferry.run("demo", "--interactive", "--work", temporary.toString()))
                .isEqualTo(3);
        Path owners = temporary.resolve("owners.csv");
        assertThat(ferry.out.toString()).contains("Next:  ferry demo --interactive --work " + temporary);
        Files.writeString(
                owners, Files.readString(owners).replace("rep:7,NO_EMAIL,", "rep:7,NO_EMAIL,kim@acme.example"));
        assertThat(ferry.run("demo", "--interactive", "--work", temporary.toString()))
                .isZero();
        assertThat(ferry.cloud.answers.getFirst()).contains("kim@acme.example");
    }

    @Test
    void leavesARunThatIsParkedToItself() {
        String input = "{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\"}".formatted(RUN);
        ferry.cloud.runs.add(FakeCloud.execution(RUN, State.RUNNING, input));
        ferry.cloud.reads.add(FakeCloud.execution("read", State.RUNNING, input));
        ferry.cloud.parkedInput = "{\"state\":\"PARKED\",\"cursor\":\"7\",\"until\":\"2026-11-02T00:00:02Z\"}";
        assertThat(ferry.run("demo", "--work", temporary.toString())).isEqualTo(ExitCode.PARKED.code());
        assertThat(ferry.out.toString()).contains("Parked until 2026-11-02T00:00:02Z", "Next:  ferry demo");
    }

    @Test
    void goesOnWithARunThatStopped() {
        ferry.cloud.runs.add(FakeCloud.execution(
                RUN, State.ABORTED, "{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\"}".formatted(RUN)));
        results();
        assertThat(ferry.run("demo", "--work", temporary.toString())).isZero();
        assertThat(ferry.cloud.redriven).containsExactly("arn:" + RUN);
    }

    @Test
    void saysThatAnExportIsMissing() {
        assertThat(ferry.run("demo", "--work", temporary.toString(), "--export", "/nowhere"))
                .isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo(
                        "ferry: export directory not found, /nowhere, check the path given to --export%n".formatted());
    }

    @Test
    void saysThatTheInventoryIsNotYaml() throws IOException {
        Files.createDirectories(temporary.resolve("export/batch/utterances"));
        Files.createDirectories(temporary.resolve("export/inventory"));
        Files.writeString(temporary.resolve("export/inventory/configuration.yaml"), "company: [");
        assertThat(ferry.run(
                        "demo",
                        "--work",
                        temporary.resolve("w").toString(),
                        "--export",
                        temporary.resolve("export").toString()))
                .isEqualTo(1);
        assertThat(ferry.err.toString())
                .startsWith("ferry: unreadable YAML: ")
                .contains("configuration.yaml line 1, correct the line")
                .containsOnlyOnce("\n");
    }

    @Test
    void refusesAWorkDirectoryThatAnotherFerryHas() throws IOException {
        try (WorkDirectory.Claim _ = new WorkDirectory(temporary).claim()) {
            Files.writeString(temporary.resolve("cloud.json"), "{}");
            assertThat(ferry.run("demo", "--work", temporary.toString())).isEqualTo(1);
            assertThat(temporary.resolve("cloud.json")).exists();
        }
        assertThat(ferry.err.toString())
                .startsWith("ferry: work directory is in use by another ferry, " + temporary)
                .contains("name another with --work");
    }

    @Test
    void refusesAWorkDirectoryOfAnotherMigration() throws IOException {
        results();
        assertThat(demo("acme", temporary.resolve("a"))).isZero();
        assertThat(demo("globex", temporary.resolve("b"))).isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: the work directory is of migration `acme`, the export is of `globex`, %s, "
                                .formatted(temporary.resolve("w"))
                        + "name another directory with --work\n");
        assertThat(ferry.cloud.runs).hasSize(1);
    }

    @Test
    void refusesAnotherExportWhileARunHasNotFinished() throws IOException {
        ferry.cloud.end = State.FAILED;
        assertThat(demo("acme", temporary.resolve("a"))).isEqualTo(1);
        ferry.err.getBuffer().setLength(0);
        assertThat(demo("acme", temporary.resolve("b"))).isEqualTo(1);
        assertThat(ferry.err.toString())
                .startsWith("ferry: a run of another export has not finished: " + temporary.resolve("a"))
                .containsOnlyOnce("\n");
    }

    @Test
    void saysThatAnExportHasNoFeeds() throws IOException {
        Path export = Files.createDirectories(temporary.resolve("export"));
        Files.createDirectories(export.resolve("batch"));
        assertThat(ferry.run("demo", "--work", temporary.toString(), "--export", export.toString()))
                .isEqualTo(1);
        assertThat(ferry.err.toString())
                .startsWith("ferry: no feed in the export, " + export.resolve("batch"))
                .containsOnlyOnce("\n");
    }

    @Test
    void saysThatTheWorkDirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThat(ferry.run("demo", "--work", file.resolve("w").toString())).isEqualTo(1);
        assertThat(ferry.err.toString())
                .startsWith("ferry: work directory cannot be made, " + file.resolve("w"))
                .containsOnlyOnce("\n");
    }

    private int demo(String company, Path export) throws IOException {
        Files.createDirectories(export.resolve("batch/utterances"));
        Files.createDirectories(export.resolve("inventory"));
        Files.writeString(export.resolve("inventory/configuration.yaml"), "company: " + company);
        return ferry.run("demo", "--work", temporary.resolve("w").toString(), "--export", export.toString());
    }

    @Test
    void upPrintsALineOfTheAwsCliForEachService() {
        assertThat(ferry.run("up", "--work", temporary.toString())).isZero();
        assertThat(ferry.out.toString())
                .contains("aws s3 ls --endpoint-url http://127.0.0.1:1 --region us-east-1")
                .contains("Next:  ferry run --config");
        assertThat(temporary.resolve("config.json")).exists();
    }

    private void gate() {
        ferry.cloud.gateToken = "t";
        ferry.cloud.put(
                "runs/" + RUN + "/owners/undecided.jsonl", "{\"agent\":\"asapp:acme:rep:7\",\"basis\":\"NO_EMAIL\"}\n");
    }

    private void results() {
        RunResults results = new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(RUN, "acme", "acme", "ASAPP", "Salesforce", FakeCloud.NOW, FakeCloud.NOW),
                RunStatus.CLEAN,
                null,
                new RunHashes("", "", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Undo(0, 0, List.of(), ""),
                null);
        ferry.cloud.put("runs/" + RUN + "/run-results.json", RunResultsJson.write(results));
        ferry.cloud.put("runs/" + RUN + "/report.html", "<html>");
    }
}
