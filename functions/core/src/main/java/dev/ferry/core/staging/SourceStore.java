package dev.ferry.core.staging;

import java.io.InputStream;
import java.util.stream.Stream;

/// Where an export lies: S3, a directory, SFTP.
///
/// *Errors*: [dev.ferry.core.failure.ErrorCode#SOURCE_UNREADABLE] for what the reader has to mend.
public interface SourceStore {
    /// All objects whose key starts with the prefix, in any order, without holding them in memory. To be closed.
    Stream<SourceObject> list(String prefix);

    /// The bytes of an object from its start. To be closed.
    InputStream open(String key);
}
