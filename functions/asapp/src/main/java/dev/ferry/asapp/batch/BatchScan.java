package dev.ferry.asapp.batch;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a store holds of batch exports.
///
/// @param units the files to read, in the order of partition and name
/// @param unfinished partitions with data and without `_SUCCESS`: still being written, or never completed
/// @param empty finished partitions without any data
/// @param refused keys of files that cannot be read, with the reason
/// @param skippedFeeds feeds that are known and not needed, with the number of their files
/// @param unknownFeeds feeds that the catalogue does not have, with the number of their files
/// @param strayKeys keys that do not lie in any partition, for example the schema file
public record BatchScan(
        List<WorkUnit> units,
        List<PartitionPath> unfinished,
        List<PartitionPath> empty,
        SortedMap<String, String> refused,
        SortedMap<String, Long> skippedFeeds,
        SortedMap<String, Long> unknownFeeds,
        List<String> strayKeys) {
    public BatchScan {
        units = List.copyOf(units);
        unfinished = List.copyOf(unfinished);
        empty = List.copyOf(empty);
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        skippedFeeds = Collections.unmodifiableSortedMap(new TreeMap<>(skippedFeeds));
        unknownFeeds = Collections.unmodifiableSortedMap(new TreeMap<>(unknownFeeds));
        strayKeys = List.copyOf(strayKeys);
    }

    /// The size of all files to read. *Units*: bytes in the store.
    public long bytes() {
        return units.stream().mapToLong(WorkUnit::size).sum();
    }
}
