package dev.ferry.handlers.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.run.BucketLayout;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.tally.Tally;
import dev.ferry.handlers.books.BooksInWords;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import dev.ferry.handlers.executions.InMemoryStoppedExecutions;
import dev.ferry.handlers.executions.StoppedExecutions;
import dev.ferry.handlers.pipeline.InMemoryRunPorts;
import dev.ferry.handlers.pipeline.InMemoryRunRegister;
import dev.ferry.handlers.pipeline.StubContext;
import dev.ferry.handlers.report.ReportStoppedRun.Stores;
import dev.ferry.handlers.run.RunTitles;
import dev.ferry.handlers.run.Runs;
import dev.ferry.handlers.run.WorkJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStoppedRunTest {
    private static final Instant STARTED = Instant.parse("2026-11-01T02:30:00Z");
    private static final Instant STOPPED = STARTED.plusSeconds(40);
    private static final Clock CLOCK = Clock.fixed(STOPPED.plusSeconds(2), ZoneOffset.UTC);
    private static final String ARN = "arn:aws:states:us-east-1:000000000000:execution:migration:run-1";
    private static final String INPUT =
            "{\"migrationId\":\"m1\",\"runId\":\"run-1\",\"configKey\":\"runs/run-1/config.json\"}";
    private static final String CAUSE = "{\"errorMessage\":\"TARGET_ACCESS: could not sign in: invalid_client\"}";

    private final InMemoryStoppedExecutions executions = new InMemoryStoppedExecutions();
    private final InMemoryRunRegister register = new InMemoryRunRegister();
    private final InMemoryRunPorts ports;
    private Runs runs;

    ReportStoppedRunTest(@TempDir Path export) {
        this.ports = new InMemoryRunPorts("run-1", export, "acme");
        this.runs = _ -> ports;
    }

    @Test
    void tellsWhatStoppedTheRunAndWhatStandsSoFar() throws IOException {
        prepared();
        new WorkJson(ports.work())
                .write(
                        ports.files().titles(),
                        new RunTitles(
                                "Salesforce",
                                List.of(new RunTitles.Phase(
                                        "Case", "Conversations as Cases", "Case", EntityKind.CONVERSATION, true))));
        new WorkJson(ports.work()).write(ports.files().mappingHash(), "abc");
        new PhaseTimes(ports.work(), ports.files(), CLOCK).start("Case");
        ports.tallies()
                .put("run-1", Tally.of("Case.settle", "00000-00000", Map.of("taken.INSERT", 120L, "refused", 3L)));
        executions.put(stopped(State.FAILED));

        assertThat(handle(executions)).isEmpty();

        RunResults results = results().orElseThrow();
        assertThat(results.status()).isEqualTo(RunStatus.FAILED);
        assertThat(results.stopped().orElseThrow().line())
                .startsWith("TARGET_ACCESS: could not sign in: invalid_client, in `migration`. Grant");
        assertThat(results.stopped().orElseThrow().at()).isEqualTo(STOPPED);
        assertThat(results.next()).contains("ferry run --resume");
        assertThat(results.hashes().mapping()).isEqualTo("abc");
        assertThat(results.phases())
                .filteredOn(phase -> phase.loaded().isPresent())
                .singleElement()
                .extracting(PhaseResult::outcomes)
                .isEqualTo(new OutcomeCounts(120, 0, 0, 3, 0, 0, 0));
        assertThat(ports.work().exists("runs/run-1/report.html")).isTrue();
    }

    @Test
    void leavesTheReportOfARunThatGoesOnOrHasEndedWellSince() throws IOException {
        prepared();
        for (State state : List.of(State.RUNNING, State.PENDING_REDRIVE, State.SUCCEEDED)) {
            executions.put(stopped(state));
            assertThat(handle(executions)).isEmpty();
        }
        assertThat(results()).isEmpty();
    }

    @Test
    void writesNothingWhenTheRunIsTakenUpMeanwhile() throws IOException {
        prepared();
        executions.put(stopped(State.FAILED));
        StoppedExecutions redriven = new StoppedExecutions() {
            private int looks;

            @Override
            public Execution describe(String arn) {
                return looks++ == 0 ? executions.describe(arn) : stopped(State.RUNNING);
            }

            @Override
            public Optional<String> failedAt(String arn) {
                return Optional.empty();
            }

            @Override
            public Optional<Execution> failedChild(String arn) {
                return Optional.empty();
            }
        };
        assertThat(handle(redriven)).isEmpty();
        assertThat(results()).isEmpty();
    }

    @Test
    void reportsARunWhoseConfigurationWasRefused() throws IOException {
        runs = _ -> {
            throw new FerryException(ErrorCode.CONFIGURATION, "company is missing");
        };
        executions.put(new Execution(
                ARN,
                "run-1",
                State.FAILED,
                STARTED,
                STOPPED,
                INPUT,
                "x",
                "{\"errorMessage\":\"CONFIGURATION: company is missing\"}"));
        assertThat(handle(executions)).isEmpty();
        assertThat(results().orElseThrow().next()).contains("ferry run --config config.json --migration m1");
        assertThat(results().orElseThrow().stopped().orElseThrow().message()).isEqualTo("company is missing");
    }

    @Test
    void asksForANewRunWhereRowsAreMissing() throws IOException {
        prepared();
        executions.put(new Execution(
                ARN,
                "run-1",
                State.FAILED,
                STARTED,
                STOPPED,
                INPUT,
                ErrorCode.BOOKS_UNBALANCED.name(),
                "The books of phase assemble do not balance: written.batch 3 is not folded.batch 2. Of what extraction"
                        + " wrote, batch/a.jsonl: 1 missing. "
                        + BooksInWords.START_ANEW + ". See books.json in the work bucket."));
        handle(executions);
        assertThat(results().orElseThrow().next()).contains("ferry run --config config.json --migration m1");
    }

    @Test
    void aSpentQuotaParksTheRun() throws IOException {
        prepared();
        executions.put(new Execution(
                ARN, "run-1", State.FAILED, STARTED, STOPPED, INPUT, "QUOTA_SPENT", "the day of the org is spent"));
        handle(executions);
        assertThat(results().orElseThrow().status()).isEqualTo(RunStatus.PARKED);
    }

    @Test
    void keepsAMessageWhoseReportCouldNotBeWrittenAndDropsOneOfNoRun() {
        prepared();
        runs = _ -> {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "S3 did not answer");
        };
        executions.put(stopped(State.FAILED));
        assertThat(handle(executions)).containsExactly("m0");
        assertThat(handle(executions, "{\"detail\":{\"executionArn\":\"%s\",\"input\":\"{}\"}}".formatted(ARN)))
                .isEmpty();
        assertThat(handle(executions, "no event")).containsExactly("m0");
    }

    private void prepared() {
        new BucketLayout(ports.work()).decide("m1", OptionalInt.of(4), 1);
        register.put(new RunRecord("m1", "run-1", ports.run().configKey(), "c0", STARTED));
    }

    private static Execution stopped(State state) {
        return new Execution(
                ARN,
                "run-1",
                state,
                STARTED,
                state.broken() ? STOPPED : null,
                INPUT,
                "dev.ferry.core.failure.FerryException",
                CAUSE);
    }

    private List<String> handle(StoppedExecutions known) {
        return handle(
                known,
                "{\"detail\":{\"executionArn\":\"%s\",\"status\":\"FAILED\",\"input\":\"%s\"}}"
                        .formatted(ARN, INPUT.replace("\"", "\\\"")));
    }

    private List<String> handle(StoppedExecutions known, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m0");
        message.setBody(body);
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));
        ReportStoppedRun report =
                new ReportStoppedRun(new Stores(run -> runs.open(run), register, ports.work()), known, CLOCK);
        return new ReportStoppedRunHandler(report)
                .handleRequest(event, new StubContext()).getBatchItemFailures().stream()
                        .map(failure -> failure.getItemIdentifier())
                        .toList();
    }

    private Optional<RunResults> results() throws IOException {
        Optional<InputStream> found = ports.work().open("runs/run-1/run-results.json");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            return Optional.of(RunResultsJson.read(in.readAllBytes()));
        }
    }
}
