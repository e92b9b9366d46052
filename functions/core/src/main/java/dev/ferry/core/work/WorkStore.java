package dev.ferry.core.work;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Named files of a migration's work area, on S3 or in memory.
///
/// A file appears whole when its writer commits it, else not at all, and writing it again replaces it.
///
/// *Threading*: safe for concurrent use with different names.
///
/// *Errors*: `STORE_UNAVAILABLE` when the store does not answer.
public interface WorkStore {

    /// Opens a file for writing; it comes into being when it is committed.
    WorkFile create(String name);

    /// Opens a file for reading, or nothing where there is none.
    Optional<InputStream> open(String name);

    /// Whether there is such a file.
    boolean exists(String name);

    /// The names below a prefix, in ascending order.
    List<String> list(String prefix);
}
