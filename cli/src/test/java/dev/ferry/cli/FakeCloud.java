package dev.ferry.cli;

import dev.ferry.cli.cloud.CloudDescription;
import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.cli.cloud.Executions;
import dev.ferry.cli.cloud.Gates;
import dev.ferry.cli.cloud.RecordScope;
import dev.ferry.cli.cloud.Records;
import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.budget.InMemoryBudgetStore;
import dev.ferry.core.identity.InMemoryIdentityStore;
import dev.ferry.core.identity.InMemoryLinkStore;
import dev.ferry.core.load.InMemoryLedger;
import dev.ferry.core.report.RunHashes;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunResultsJson;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.RunStop;
import dev.ferry.core.report.Undo;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.InMemoryBodyStore;
import dev.ferry.core.staging.InMemoryFragmentStore;
import dev.ferry.core.tally.InMemoryTallyStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.InMemoryWorkStore;
import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.executions.Execution;
import dev.ferry.handlers.executions.Execution.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cloud in memory whose executions end as a test says.
public final class FakeCloud implements CloudSession, Executions {
    public static final Instant NOW = Instant.parse("2026-11-01T02:30:00Z");
    private static final int STOPS_AFTER = 9;
    static final CloudDescription DESCRIPTION = new CloudDescription(
            "us-east-1", "000000000000", Map.of("s3", "http://127.0.0.1:1"), "work", "export", Map.of(), "");

    final InMemoryBudgetStore budgets = new InMemoryBudgetStore();
    final InMemoryWorkStore work = new InMemoryWorkStore();
    final InMemoryTallyStore tallies = new InMemoryTallyStore();
    final InMemoryFragmentStore fragments = new InMemoryFragmentStore(new BucketCount(4));
    final InMemoryIdentityStore identities = new InMemoryIdentityStore();
    final InMemoryLinkStore links = new InMemoryLinkStore();
    final InMemoryLedger ledger = new InMemoryLedger();
    final List<Execution> runs = new ArrayList<>();
    public final List<Execution> children = new ArrayList<>();
    final List<Execution> plans = new ArrayList<>();
    /// By the ARN of the execution whose map failed.
    public final Map<String, Execution> failedChildren = new HashMap<>();

    final List<String> answers = new ArrayList<>();
    final List<String> redriven = new ArrayList<>();
    /// Reads of the source's API, all parked with this input.
    public final List<Execution> reads = new ArrayList<>();
    public String parkedInput = "";
    String gateToken = "";
    State end = State.SUCCEEDED;

    @Override
    public Executions executions() {
        return this;
    }

    @Override
    public WorkStore work() {
        return work;
    }

    @Override
    public Gates gates() {
        return (migration, run, gate) -> gateToken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Gates.Waiting(gateToken, Gates.listKey(run, gate)));
    }

    @Override
    public TallyStore tallies(String migrationId) {
        return tallies;
    }

    @Override
    public BudgetStore budgets() {
        return budgets;
    }

    @Override
    public Records records(RecordScope scope) {
        return new Records(fragments, new InMemoryBodyStore(), identities, links, ledger);
    }

    @Override
    public void close() {}

    @Override
    public Execution start(String machine, String name, String input) {
        Execution run = execution(name, gateToken.isEmpty() ? end : State.RUNNING, input);
        runs.addFirst(run);
        if (run.state().broken()) {
            reportStop(run);
        }
        return run;
    }

    // As a function does when it hears of the stop.
    void reportStop(Execution run) {
        RunResults results = new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(run.name(), "acme", "acme", "ASAPP", "Salesforce", NOW, run.stoppedAt()),
                RunStatus.FAILED,
                new RunStop(run.error(), run.cause(), "in phase Case", "", NOW.plusSeconds(STOPS_AFTER)),
                new RunHashes("", "", ""),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Undo(0, 0, List.of(), ""),
                "ferry run --resume");
        put("runs/" + run.name() + "/run-results.json", RunResultsJson.write(results));
        put("runs/" + run.name() + "/report.html", "<html>");
    }

    static Execution execution(String name, State state, String input) {
        return new Execution(
                "arn:" + name,
                name,
                state,
                NOW,
                state.alive() ? null : NOW.plusSeconds(STOPS_AFTER),
                input,
                state == State.FAILED ? "BOOKS_UNBALANCED" : "",
                state == State.FAILED ? "The books of phase Case do not balance." : "");
    }

    @Override
    public Execution describe(String arn) {
        List<Execution> all = new ArrayList<>(runs);
        all.addAll(children);
        all.addAll(plans);
        all.addAll(reads);
        return all.stream()
                .filter(execution -> execution.arn().equals(arn))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Execution> latest(String machine) {
        return switch (machine) {
            case "migration" -> List.copyOf(runs);
            case "load" -> List.copyOf(children);
            case "plan" -> List.copyOf(plans);
            case "read-source" -> List.copyOf(reads);
            default -> List.of();
        };
    }

    @Override
    public Optional<String> lastEntered(String arn) {
        return gateToken.isEmpty() ? Optional.empty() : Optional.of("OwnerGate");
    }

    @Override
    public Optional<String> failedAt(String arn) {
        return Optional.empty();
    }

    @Override
    public Optional<String> standsAt(String arn, String state) {
        return parkedInput.isEmpty() ? Optional.empty() : Optional.of(parkedInput);
    }

    @Override
    public void redrive(String arn) {
        redriven.add(arn);
        finish(State.SUCCEEDED);
    }

    @Override
    public void answer(String taskToken, String output) {
        answers.add(output);
        gateToken = "";
        finish(end);
    }

    @Override
    public Optional<Execution> failedChild(String executionArn) {
        return Optional.ofNullable(failedChildren.get(executionArn));
    }

    @Override
    public List<MapProgress> maps(String executionArn) {
        return List.of(new MapProgress("LoadBuckets", 8, 2, 4, 2, 4));
    }

    void finish(State state) {
        Execution run = runs.removeFirst();
        runs.addFirst(execution(run.name(), state, run.input()));
    }

    void put(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void put(String name, byte[] content) {
        try (WorkFile out = work.create(name)) {
            out.write(content);
            out.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
