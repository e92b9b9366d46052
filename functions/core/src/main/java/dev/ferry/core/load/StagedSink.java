package dev.ferry.core.load;

import java.util.function.Consumer;

/// Where the staged records of a bucket end: in the files that are loaded, or in a plan's counts.
interface StagedSink {
    /// The files of the load buckets.
    StagedSink FILES = (record, files, _) -> files.staged(record);

    /// Takes a record over.
    ///
    /// @param count counts a term of the bucket's tally
    void accept(StagedRecord record, StagingFiles files, Consumer<String> count);

    /// All records of a batch have been taken over.
    default void endOfBatch() {}
}
