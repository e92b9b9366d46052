package dev.ferry.core.rollback;

import java.util.List;

/// What a rollback of a run would do.
///
/// *Shape* as JSON: the components by name.
///
/// @param began when the run was prepared, ISO 8601
/// @param lastWrite when the run wrote its last record, ISO 8601
/// @param onlyRun whether no other run had written before
/// @param calls to the target when nothing is spared; 0 where they are not counted
/// @param seconds that these take at the target's limit
/// @param remains what the target keeps whatever is done, one sentence each
public record RollbackPlan(
        String runId,
        String began,
        String lastWrite,
        boolean onlyRun,
        List<Line> lines,
        long calls,
        long seconds,
        List<String> remains) {
    public RollbackPlan {
        lines = List.copyOf(lines);
        remains = List.copyOf(remains);
    }

    /// One phase of the run.
    ///
    /// @param removals records that the run made
    /// @param restorations records that were there before and get their values back
    /// @param untouched records that were recognised and not changed
    /// @param impossible records that the target cannot undo
    /// @param done records that an earlier rollback has dealt with
    public record Line(
            String object, String phase, long removals, long restorations, long untouched, long impossible, long done) {

        /// How many records of the phase the ledger knows.
        public long total() {
            return removals + restorations + untouched + impossible + done;
        }
    }

    /// The objects with something to undo or to account for, in the order in which they are undone.
    public List<String> objects() {
        return lines.stream().map(Line::object).distinct().toList();
    }

    /// Whether nothing is left to undo.
    public boolean nothingLeft() {
        return lines.stream().allMatch(line -> line.total() == line.done());
    }

    /// How many records of an object there are.
    public long total(String object) {
        return lines.stream()
                .filter(line -> line.object().equals(object))
                .mapToLong(Line::total)
                .sum();
    }
}
