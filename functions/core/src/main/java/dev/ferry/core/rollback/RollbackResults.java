package dev.ferry.core.rollback;

import java.util.List;

/// What a rollback came to.
///
/// *Shape*: `rollback.json`, the components by name.
///
/// @param version of this shape
/// @param finishedAt ISO 8601
/// @param balanced whether every record of the run is accounted for
/// @param phases in the order in which they were undone
/// @param remains what the target keeps whatever is done, one sentence each
/// @param lists of records that were not undone, as files beside this one
public record RollbackResults(
        int version,
        String migrationId,
        String runId,
        String rollbackId,
        String target,
        String finishedAt,
        boolean force,
        boolean balanced,
        List<Phase> phases,
        List<String> remains,
        List<Kept> lists) {
    public RollbackResults {
        phases = List.copyOf(phases);
        remains = List.copyOf(remains);
        lists = List.copyOf(lists);
    }

    /// What became of the records of one phase.
    ///
    /// @param untouched recognised and never changed
    /// @param left what the target cannot undo
    public record Phase(
            String object,
            String phase,
            long total,
            long removed,
            long restored,
            long untouched,
            long left,
            long spared,
            long failed) {}

    /// A list of records.
    public record Kept(String outcome, String file, long rows) {}

    /// How many records were spared or could not be undone.
    public long open() {
        return phases.stream()
                .mapToLong(phase -> phase.spared() + phase.failed())
                .sum();
    }

    /// How many records are gone.
    public long removed() {
        return phases.stream().mapToLong(Phase::removed).sum();
    }

    /// How many records are as they were.
    public long restored() {
        return phases.stream().mapToLong(Phase::restored).sum();
    }
}
