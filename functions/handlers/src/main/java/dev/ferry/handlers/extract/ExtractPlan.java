package dev.ferry.handlers.extract;

import dev.ferry.asapp.fold.UnfinishedPartition;
import java.util.List;
import java.util.Map;

/// What the export holds and what of it is read. *Shape*: `runs/{runId}/extract/inventory.json`.
///
/// @param files how many files of feeds are read
/// @param bytes in the store. *Units*: bytes
/// @param crosswalk the client's identity files, which are read too
/// @param digest over the marks of all files that are read, see [FileItem#mark()]
/// @param feeds by feed
/// @param unfinished partitions with data and without `_SUCCESS`, which are not read
/// @param empty finished partitions without data
/// @param refused files that cannot be read, with the reason
/// @param skippedFeeds known feeds that are not needed, with the number of their files
/// @param unknownFeeds feeds that Ferry does not know, with the number of their files
public record ExtractPlan(
        long files,
        long bytes,
        List<FileItem> crosswalk,
        String digest,
        Map<String, FeedShare> feeds,
        List<UnfinishedPartition> unfinished,
        List<UnfinishedPartition> empty,
        Map<String, String> refused,
        Map<String, Long> skippedFeeds,
        Map<String, Long> unknownFeeds) {

    /// The size of one feed.
    ///
    /// @param bytes in the store. *Units*: bytes
    public record FeedShare(long partitions, long files, long bytes) {}
}
