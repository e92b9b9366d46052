package dev.ferry.core.report;

import java.util.List;

/// What taking the run back would do.
///
/// @param deletes records that Ferry made and would delete
/// @param restores records that Ferry changed and would set back
/// @param leaves what cannot be taken back, one sentence each
/// @param command how to do it; empty where a person does it in the target
public record Undo(long deletes, long restores, List<String> leaves, String command) {
    public Undo {
        leaves = List.copyOf(leaves);
    }
}
