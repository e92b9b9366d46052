package dev.ferry.cli.cloud;

import java.util.Optional;

/// The gates at which a run waits for a person.
@FunctionalInterface
public interface Gates {

    /// The gate, while it waits.
    Optional<Waiting> find(String migrationId, String runId, String gate);

    /// The work file that lists what a gate wants decided.
    static String listKey(String runId, String gate) {
        return "runs/%s/%s/undecided.jsonl".formatted(runId, gate);
    }

    /// A gate that waits. The token lets the run go on, so it never shows.
    ///
    /// @param listKey the work file that names what is to be decided
    record Waiting(String token, String listKey) {
        @Override
        public String toString() {
            return "Waiting[" + listKey + "]";
        }
    }
}
