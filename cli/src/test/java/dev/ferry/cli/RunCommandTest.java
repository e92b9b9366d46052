package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ferry.asapp.pages.AsappBudget;
import dev.ferry.core.budget.BudgetSettings;
import dev.ferry.core.budget.SharedBudget;
import dev.ferry.core.cost.Bill;
import dev.ferry.core.cost.BillingUnit;
import dev.ferry.core.cost.UsedUnits;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.paging.RequestsToCome;
import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.RunHashes;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.Undo;
import dev.ferry.core.tally.Tally;
import dev.ferry.core.work.RunFiles;
import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String RUN = "run-20261101-023000-000";

    private final CommandLineHarness ferry = new CommandLineHarness();

    @TempDir
    private Path work;

    private Path config;

    @BeforeEach
    void up() throws IOException {
        ferry.up(work);
        config = Files.writeString(work.resolve("config.json"), """
                {"migrationId":"acme","company":"acme","source":{"bucket":"b"},"target":{"secretName":"s"}}""");
    }

    @Test
    void aCleanRunLeavesItsResultsAndReturnsZero() {
        results(RunStatus.CLEAN);
        assertThat(start()).isZero();
        assertThat(work.resolve("run-results.json")).exists();
        assertThat(work.resolve("report.html")).hasContent("<html>");
        assertThat(ferry.out.toString()).contains("Everything moved", "Report: " + work.resolve("report.html"));
        assertThat(ferry.cloud.runs.getFirst().input())
                .isEqualTo("{\"migrationId\":\"acme\",\"runId\":\"%1$s\",\"configKey\":\"runs/%1$s/config.json\"}"
                        .formatted(RUN));
    }

    @Test
    void eachEndHasItsExitCode() {
        results(RunStatus.FINISHED_WITH_REJECTS);
        assertThat(start()).isEqualTo(2);
        results(RunStatus.PARKED);
        assertThat(start()).isEqualTo(4);
    }

    @Test
    void aRunThatFailsSaysWhyAndHowToGoOn() {
        ferry.cloud.end = State.FAILED;
        assertThat(start()).isEqualTo(1);
        assertThat(ferry.err.toString())
                .startsWith("ferry: BOOKS_UNBALANCED: The books of phase Case do not balance, in `")
                .contains(ErrorCode.BOOKS_UNBALANCED.hint())
                .containsOnlyOnce("\n");
        assertThat(ferry.out.toString())
                .contains("Report: " + work.resolve("report.html"), "Next:  ferry run --resume --work " + work)
                .containsOnlyOnce("Next:");
        assertThat(work.resolve("run-results.json")).exists();
    }

    @Test
    void statusAndReportOfARunThatFailedSayWhereItStandsAndWhy() {
        ferry.cloud.end = State.FAILED;
        start();
        ferry.out.getBuffer().setLength(0);
        ferry.run("status", "--work", work.toString());
        assertThat(ferry.out.toString()).contains("ferry report --work " + work, "ferry run --resume --work " + work);
        ferry.out.getBuffer().setLength(0);
        assertThat(ferry.run("report", "--work", work.toString())).isEqualTo(1);
        assertThat(ferry.out.toString())
                .contains("BOOKS_UNBALANCED: The books of phase Case do not balance", "Next:  ferry run --resume")
                .doesNotContain("The run goes on");
        ferry.cloud.finish(State.RUNNING);
        ferry.run("report", "--work", work.toString());
        assertThat(ferry.out.toString()).contains("The run goes on: this is the report of its stop at 2026-11-01T");
    }

    @Test
    void resumeRedrivesARunThatFailed() {
        ferry.cloud.runs.add(FakeCloud.execution(
                RUN, State.FAILED, "{\"migrationId\":\"acme\",\"runId\":\"%s\",\"configKey\":\"c\"}".formatted(RUN)));
        results(RunStatus.CLEAN);
        assertThat(ferry.run("run", "--resume", "--work", work.toString())).isZero();
        assertThat(ferry.cloud.redriven).containsExactly("arn:" + RUN);
    }

    @Test
    void aRunAtTheOwnerGateReturnsThree() {
        ferry.cloud.gateToken = "t";
        ferry.cloud.put("runs/" + RUN + "/owners/undecided.jsonl", line("asapp:acme:rep:1"));
        assertThat(start()).isEqualTo(3);
        assertThat(ferry.out.toString()).contains("1 agent without a user", "ferry owners export --work " + work);
    }

    @Test
    void ownersGoOutAsCsvAndComeBackAsTheAnswer() throws IOException {
        aRunAtTheOwnerGateReturnsThree();
        assertThat(ferry.run("owners", "export", "--work", work.toString())).isEqualTo(3);
        Path owners = work.resolve("owners.csv");
        Files.writeString(owners, Files.readString(owners).replace("rep:1,NO_USER,", "rep:1,NO_USER,jo@acme.example"));
        results(RunStatus.CLEAN);
        assertThat(ferry.run("owners", "apply", owners.toString(), "--work", work.toString()))
                .isZero();
        assertThat(ferry.cloud.answers)
                .containsExactly("{\"defaultOwner\":\"\",\"owners\":{\"asapp:acme:rep:1\":\"jo@acme.example\"}}");
    }

    @Test
    void ownersRefuseAnAgentWhoDoesNotWaitAndSuggestTheNearOne() throws IOException {
        aRunAtTheOwnerGateReturnsThree();
        Path owners = Files.writeString(work.resolve("o.csv"), "agent,owner\nasapp:acme:rep:2,default\n");
        assertThat(ferry.run("owners", "apply", owners.toString(), "--work", work.toString()))
                .isEqualTo(1);
        assertThat(ferry.err.toString()).contains("did you mean asapp:acme:rep:1?", "remove the row");
        assertThat(ferry.cloud.answers).isEmpty();
    }

    @Test
    void statusAsJsonShowsPhasesWithWhatLimitsThem() throws IOException {
        ferry.cloud.gateToken = "t";
        ferry.cloud.put("runs/" + RUN + "/owners/undecided.jsonl", line("asapp:acme:rep:1"));
        start();
        ferry.cloud.children.add(
                FakeCloud.execution("load-1", State.RUNNING, "{\"runId\":\"%s\",\"phase\":\"Case\"}".formatted(RUN)));
        ferry.cloud.tallies.put(RUN, Tally.of("Case.load", "bucket-0", Map.of("created", 90L, "unchanged", 10L)));
        ferry.out.getBuffer().setLength(0);
        assertThat(ferry.run("status", "--json", "--work", work.toString())).isEqualTo(3);
        JsonNode status = new ObjectMapper().readTree(ferry.out.toString());
        assertThat(status.path("waitsFor").asText()).isEqualTo("owners");
        JsonNode phase = status.path("phases").path(0);
        assertThat(phase.path("share").asDouble()).isEqualTo(0.25);
        assertThat(phase.path("records").asLong()).isEqualTo(100);
        assertThat(phase.path("boundBy").asText()).isEqualTo("concurrency 4 of LoadBuckets");
    }

    @Test
    void statusShowsWhereTheBudgetOfTheSourceStands() throws IOException {
        ferry.cloud.end = State.RUNNING;
        ferry.run("run", "--config", config.toString(), "--migration", "acme", "--no-wait", "--work", work.toString());
        ferry.cloud.put("runs/" + RUN + "/config.json", """
                {"migrationId":"acme","company":"acme","source":{"bucket":"export","api":{"secretName":"ferry/asapp"}},
                "target":{"secretName":"ferry/acme"}}""");
        SharedBudget budget = new SharedBudget(
                ferry.cloud.budgets,
                AsappBudget.name("acme"),
                BudgetSettings.standard(100_000),
                Clock.fixed(FakeCloud.NOW, ZoneOffset.UTC));
        budget.configure(BudgetSettings.standard(50_000));
        new RequestsToCome(ferry.cloud.work, new RunFiles(RUN)).put("mirror-files", "utterances", 100_000);
        ferry.out.getBuffer().setLength(0);

        assertThat(ferry.run("status", "--work", work.toString())).isZero();
        assertThat(ferry.out.toString())
                .contains(
                        "source's API",
                        "about 100,000 to come, done on Tuesday, 2026-11-03 at 00:02 at 44100 requests a day",
                        "0 requests used on 2026-11-01",
                        "44,100 left; the next day begins at 2026-11-02");

        ferry.out.getBuffer().setLength(0);
        ferry.run("status", "--json", "--work", work.toString());
        assertThat(new ObjectMapper()
                        .readTree(ferry.out.toString())
                        .at("/sourceBudget/left")
                        .asLong())
                .isEqualTo(44_100);
    }

    @Test
    void aConfigurationOfAnotherMigrationIsNotStarted() {
        assertThat(ferry.run("run", "--config", config.toString(), "--migration", "other", "--work", work.toString()))
                .isEqualTo(1);
        assertThat(ferry.err.toString())
                .isEqualTo("ferry: the configuration is of migration acme, %s, give --migration acme or another file%n"
                        .formatted(config));
        assertThat(ferry.cloud.runs).isEmpty();
    }

    @Test
    void statusSaysWhatTheRunCostsSoFar() throws IOException {
        start();
        ferry.cloud.children.add(
                FakeCloud.execution("load-1", State.RUNNING, "{\"runId\":\"%s\",\"phase\":\"Case\"}".formatted(RUN)));
        ferry.cloud.tallies.put(RUN, Tally.of("Case.load", "bucket-0", Map.of("created", 400L, "unchanged", 100L)));
        UsedUnits used = UsedUnits.NONE.plus(BillingUnit.WRITE_UNITS, 1_000_000);
        ferry.cloud.tallies.put(RUN, new Bill("extract", "1", used).tally());
        ferry.cloud.tallies.put(RUN, new Bill("Case", "2", used).tally());
        ferry.cloud.tallies.put(RUN, new Bill("Case", "3", used).tally());
        ferry.out.getBuffer().setLength(0);

        ferry.run("status", "--work", work.toString());

        assertThat(ferry.out.toString())
                .contains("on AWS this would cost       $1.88, $3.75 per 1,000 records; list prices of 2026-11-01")
                .contains("    Case                       $1.25")
                .contains("    extract                    $0.6250");
        ferry.out.getBuffer().setLength(0);
        ferry.run("status", "--json", "--work", work.toString());
        JsonNode cost = new ObjectMapper().readTree(ferry.out.toString()).path("cost");
        assertThat(cost.path("usd").asDouble()).isEqualTo(1.875);
        assertThat(cost.at("/phases/Case").asDouble()).isEqualTo(1.25);
        assertThat(cost.path("pricesAsOf").asText()).isEqualTo("2026-11-01");
    }

    @Test
    void reportPrintsOnlyThePathWhenAsked() {
        results(RunStatus.CLEAN);
        start();
        ferry.out.getBuffer().setLength(0);
        assertThat(ferry.run("report", "--open-path", "--work", work.toString()))
                .isZero();
        assertThat(ferry.out.toString().strip())
                .isEqualTo(work.resolve("report.html").toString());
    }

    private int start() {
        return ferry.run("run", "--config", config.toString(), "--migration", "acme", "--work", work.toString());
    }

    private static String line(String agent) {
        return "{\"agent\":\"%s\",\"basis\":\"NO_USER\"}%n".formatted(agent);
    }

    private void results(RunStatus status) {
        RunResults results = new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(RUN, "acme", "acme", "ASAPP", "Salesforce", FakeCloud.NOW, FakeCloud.NOW),
                status,
                null,
                new RunHashes("", "", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Undo(OutcomeCounts.NONE.created(), 0, List.of(), ""),
                null);
        ferry.cloud.put("runs/" + RUN + "/run-results.json", RunResultsJson.write(results));
        ferry.cloud.put("runs/" + RUN + "/report.html", "<html>");
    }
}
