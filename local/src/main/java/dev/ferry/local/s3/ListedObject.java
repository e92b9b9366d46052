package dev.ferry.local.s3;

import java.time.Instant;
import java.util.Optional;

/// One line of a bucket listing.
sealed interface ListedObject {

    /// The key, or the common prefix.
    String name();

    /// An object.
    record Key(String name, long sizeBytes, Instant lastModified, Optional<String> entityTag) implements ListedObject {}

    /// What keys with the same beginning up to the delimiter were rolled up into; ends in the delimiter.
    record CommonPrefix(String name) implements ListedObject {}
}
