package dev.ferry.core.report;

import java.util.List;

/// What was found of one feed in the source.
///
/// @param unfinished partitions that were skipped because they were not complete, for example `dt=2026-09-22/hr=12`
/// @param drifted columns that Ferry or the export's schema file does not have
public record FeedInventory(
        String feed, long partitions, long files, long rows, List<String> unfinished, List<DriftedColumn> drifted) {
    public FeedInventory {
        unfinished = List.copyOf(unfinished);
        drifted = List.copyOf(drifted);
    }
}
