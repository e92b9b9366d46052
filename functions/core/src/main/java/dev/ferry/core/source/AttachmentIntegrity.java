package dev.ferry.core.source;

/// Whether an attachment's bytes are what the source says of them.
public enum AttachmentIntegrity {
    /// Nothing speaks against it; also where there are no bytes.
    OK,
    /// There are no bytes in the file.
    EMPTY_FILE,
    /// Another hash than declared.
    SHA256_MISMATCH,
    /// Another type than declared.
    MIME_MISMATCH
}
