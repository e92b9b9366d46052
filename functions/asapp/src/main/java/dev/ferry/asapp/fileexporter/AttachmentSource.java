package dev.ferry.asapp.fileexporter;

import java.io.InputStream;
import java.util.Optional;

/// Where the bytes of attachments come from: a store, or the File Exporter's presigned URLs.
///
/// *Errors*: [dev.ferry.core.failure.ErrorCode#SOURCE_UNREADABLE] for what the reader has to mend.
public interface AttachmentSource {
    /// The bytes of an object, to be closed; empty when the source does not have it.
    ///
    /// @param date date of the feed's partition that names the object, for example `2026-07-05`
    Optional<InputStream> open(String date, String objectName);
}
