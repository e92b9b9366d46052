package dev.ferry.core.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is known of a run when it ends or stops: the artifact that all reports are made from.
///
/// *Shape*: `run-results.v1.schema.json`, written by [RunResultsJson].
///
/// @param schema always `run-results.v1`
/// @param status how the run ended
/// @param stop what stopped the run before its end; null when nothing did
/// @param hashes what the run was bound to
/// @param phases in the order in which they ran
/// @param findings what a reader should know or do, most severe first
/// @param lists the CSV files beside this artifact
/// @param feeds what was found in the source
/// @param adjustments values that were changed to fit the target
/// @param owners decisions on agents who have no user in the target
/// @param undo what taking the run back would do
/// @param nextCommand the one command to go on with; null when nothing is left to do
public record RunResults(
        String schema,
        RunIdentity run,
        RunStatus status,
        @Nullable RunStop stop,
        RunHashes hashes,
        List<PhaseResult> phases,
        List<Finding> findings,
        List<ResultList> lists,
        List<FeedInventory> feeds,
        List<Adjustment> adjustments,
        List<OwnerDecision> owners,
        Undo undo,
        @Nullable String nextCommand) {

    /// The version of the artifact's shape.
    public static final String SCHEMA = "run-results.v1";

    public RunResults {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("run results of schema " + schema + " are not " + SCHEMA);
        }
        phases = List.copyOf(phases);
        findings = findings.stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
        lists = List.copyOf(lists);
        feeds = List.copyOf(feeds);
        adjustments = List.copyOf(adjustments);
        owners = List.copyOf(owners);
    }

    /// The command to go on with.
    public Optional<String> next() {
        return Optional.ofNullable(nextCommand);
    }

    /// What stopped the run.
    public Optional<RunStop> stopped() {
        return Optional.ofNullable(stop);
    }

    /// Whether every equation of every phase holds and every pair of digests is equal.
    public boolean balanced() {
        return phases.stream().allMatch(phase -> phase.books().balanced());
    }

    /// How many lines of the source and records did not move: the rows of the lists of failed and quarantined ones.
    public long heldBack() {
        return lists.stream()
                .filter(list -> list.name().equals(ListKind.FAILED.label())
                        || list.name().equals(ListKind.QUARANTINED.label()))
                .mapToLong(ResultList::rows)
                .sum();
    }

    /// The outcomes of all phases that wrote to the target, added up.
    public OutcomeCounts totals() {
        return phases.stream()
                .flatMap(phase -> phase.loaded().stream())
                .reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
    }
}
