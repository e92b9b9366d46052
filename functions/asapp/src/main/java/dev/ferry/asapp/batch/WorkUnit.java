package dev.ferry.asapp.batch;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.RecordDigest;

/// One data file of a finished partition: the unit of work of extraction.
///
/// @param key the file's key in the source store
/// @param split number of the split file, 0 when the partition is one file
/// @param size bytes in the store, before decompression
public record WorkUnit(
        String key, PartitionPath partition, String fileName, int split, boolean gzip, long size, String etag) {
    /// The unit of an object, for example one named in a manifest.
    ///
    /// *Errors*: [ErrorCode#SOURCE_UNREADABLE] when the key is not that of a readable data file.
    public static WorkUnit of(SourceObject object) {
        PartitionPath.Located located = PartitionPath.locate(object.key()).orElseThrow(() -> unreadable(object));
        DataFileName name = DataFileName.parse(located.fileName()).orElseThrow(() -> unreadable(object));
        if (name.encrypted()) {
            throw new FerryException(ErrorCode.SOURCE_UNREADABLE, DataFileName.ENCRYPTED);
        }
        return new WorkUnit(
                object.key(),
                located.partition(),
                located.fileName(),
                name.split(),
                name.gzip(),
                object.size(),
                object.etag());
    }

    /// Which state of the file it is, see [SourceObject#state()].
    public RecordDigest state() {
        return new SourceObject(key, size, etag).state();
    }

    private static FerryException unreadable(SourceObject object) {
        return new FerryException(
                ErrorCode.SOURCE_UNREADABLE, "the key " + object.key() + " does not name a readable data file");
    }
}
