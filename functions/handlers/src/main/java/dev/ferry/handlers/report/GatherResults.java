package dev.ferry.handlers.report;

import dev.ferry.asapp.pages.PagePorts;
import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.load.LoadSoFar;
import dev.ferry.core.reconcile.PhaseBooks;
import dev.ferry.core.report.Adjustment;
import dev.ferry.core.report.FeedInventory;
import dev.ferry.core.report.Finding;
import dev.ferry.core.report.OutcomeCounts;
import dev.ferry.core.report.PhaseResult;
import dev.ferry.core.report.ResultList;
import dev.ferry.core.report.RunHashes;
import dev.ferry.core.report.RunIdentity;
import dev.ferry.core.report.RunResults;
import dev.ferry.core.report.RunStatus;
import dev.ferry.core.report.RunStop;
import dev.ferry.core.report.Undo;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunRecord;
import dev.ferry.handlers.run.RunPorts;
import dev.ferry.handlers.run.RunTitles;
import dev.ferry.handlers.run.WorkJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers what is known of a run into its results. Works at any moment: a phase that has no books yet is left out.
final class GatherResults {
    private final RunPorts run;
    private final Clock clock;
    private final List<String> loadPhases;

    GatherResults(RunPorts run, Clock clock, List<String> loadPhases) {
        this.run = run;
        this.clock = clock;
        this.loadPhases = List.copyOf(loadPhases);
    }

    /// @param stopped how the run was stopped; null for one that has come to its end
    RunResults gather(RunRecord record, String mappingHash, @Nullable Stoppage stopped) {
        RunStop stop = stopped == null ? null : stopped.stop();
        List<PhaseResult> phases = phases(record.preparedAt());
        List<FeedInventory> feeds = Inventory.feeds(run);
        ResultLists lists = new ResultLists(run, loadPhases, feeds);
        List<ResultList> written = lists.write();
        List<Adjustment> adjustments = Adjustments.of(phases);
        OutcomeCounts totals = phases.stream()
                .flatMap(phase -> phase.loaded().stream())
                .reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
        boolean balanced = phases.stream().allMatch(phase -> phase.books().balanced());
        RunStatus status = status(stop, balanced, written);
        List<Finding> findings = new Findings(run).of(phases, written, feeds);
        RunConfig config = run.config();
        RunTitles titles = RunTitles.read(run);
        return new RunResults(
                RunResults.SCHEMA,
                new RunIdentity(
                        run.run().runId(),
                        run.run().migrationId(),
                        config.company(),
                        RunTitles.source(config.source()),
                        titles.target(),
                        record.preparedAt(),
                        stop == null ? clock.instant() : stop.at()),
                status,
                stop,
                new RunHashes(record.configHash(), mappingHash, targetHash()),
                phases,
                findings,
                written,
                feeds,
                adjustments,
                lists.owners(),
                undo(totals),
                stopped == null ? next(status) : stopped.next());
    }

    private List<PhaseResult> phases(Instant prepared) {
        List<PhaseResult> results = new ArrayList<>();
        PhaseTimes times = new PhaseTimes(run.work(), run.files(), clock);
        phase("extract", "Read the export", times, prepared).ifPresent(results::add);
        phase(PagePorts.PHASE, "Ask the source's API", times, prepared).ifPresent(results::add);
        phase("assemble", "Assemble conversations and people", times, prepared).ifPresent(results::add);
        RunTitles titles = RunTitles.read(run);
        for (String name : loadPhases) {
            phase(name, titles.phase(name), times, prepared).ifPresent(results::add);
        }
        return results;
    }

    private Optional<PhaseResult> phase(String name, String title, PhaseTimes times, Instant prepared) {
        Optional<PhaseTimes.Span> span = times.span(name);
        return new WorkJson(run.work())
                .find(run.files().books(name), PhaseBooks.class)
                .map(books -> new PhaseResult(
                        name,
                        title,
                        loadPhases.contains(name) ? counts(books) : null,
                        books,
                        span.map(PhaseTimes.Span::start).orElse(prepared),
                        span.map(PhaseTimes.Span::end).orElse(null)))
                .or(() -> span.map(begun -> unfinished(name, title, begun)));
    }

    // Nothing is held against what stands of it: it has no books yet.
    private PhaseResult unfinished(String name, String title, PhaseTimes.Span span) {
        PhaseBooks none = new PhaseBooks(name, new TreeMap<>(), List.of(), List.of(), new TreeMap<>());
        return new PhaseResult(name, title, loadPhases.contains(name) ? soFar(name) : null, none, span.start(), null);
    }

    private OutcomeCounts soFar(String phase) {
        LoadSoFar load = LoadSoFar.of(run.tallies(), run.run().runId(), phase);
        return new OutcomeCounts(load.created(), load.updated(), 0, load.refused(), 0, 0, 0);
    }

    private String targetHash() {
        return new WorkJson(run.work())
                .find(run.files().targetHash(), String.class)
                .orElse("");
    }

    private static OutcomeCounts counts(PhaseBooks books) {
        return new OutcomeCounts(
                term(books, "created"),
                term(books, "updated") + term(books, "matched"),
                term(books, "unchanged"),
                term(books, "failed"),
                term(books, "quarantined"),
                term(books, "filtered"),
                0);
    }

    private static long term(PhaseBooks books, String name) {
        return books.terms().getOrDefault(name, 0L);
    }

    private static RunStatus status(@Nullable RunStop stop, boolean balanced, List<ResultList> lists) {
        if (stop != null && stop.error().equals(ErrorCode.QUOTA_SPENT.name())) {
            return RunStatus.PARKED;
        }
        if (stop != null || !balanced) {
            return RunStatus.FAILED;
        }
        boolean rejects = lists.stream()
                .anyMatch(list -> list.rows() > 0
                        && (list.name().equals("failed") || list.name().equals("quarantined")));
        return rejects ? RunStatus.FINISHED_WITH_REJECTS : RunStatus.CLEAN;
    }

    private Undo undo(OutcomeCounts totals) {
        return new Undo(
                totals.created(),
                totals.updated(),
                List.of("Numbers that the target has given out, such as case numbers, are not given out again."),
                "ferry rollback " + run.run().runId());
    }

    private static String next(RunStatus status) {
        return switch (status) {
            case CLEAN -> "ferry report";
            case FINISHED_WITH_REJECTS -> "ferry report";
            case WAITING -> "ferry owners export";
            case PARKED, FAILED -> "ferry status";
        };
    }
}
