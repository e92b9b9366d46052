package dev.ferry.core.source;

/// Whether an attachment's bytes could be had.
public enum AttachmentAvailability {
    /// They are in the store of attachments.
    BYTES,
    /// The source only says that there is such a file.
    METADATA_ONLY,
    /// The source promises the bytes and does not have them.
    MISSING
}
