package dev.ferry.handlers.extract;

import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.tally.RecordDigest;

/// One file of the export as it stands in the manifest: an item of the Distributed Map.
///
/// *Shape*: `{"key","size","etag"}`.
public record FileItem(String key, long size, String etag) {

    static FileItem of(SourceObject object) {
        return new FileItem(object.key(), object.size(), object.etag());
    }

    SourceObject object() {
        return new SourceObject(key, size, etag);
    }

    /// What the tally of this file carries, so that it says which state of the file was read.
    RecordDigest mark() {
        return object().state();
    }
}
