package dev.ferry.core.staging;

import dev.ferry.core.tally.RecordDigest;

/// One object of an export.
///
/// @param key path from the root of the store, with `/`
/// @param etag changes when the content does
public record SourceObject(String key, long size, String etag) {
    /// Says which state of the object was read: what the tally of the unit that read it carries, and by which
    /// the unit marks its fragments.
    public RecordDigest state() {
        return RecordDigest.of(key, size + ":" + etag);
    }
}
