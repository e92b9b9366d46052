package dev.ferry.core.staging;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// The bytes of attachments under their hash. Putting the same bytes again changes nothing.
///
/// Unlike bodies, attachments are never held in memory as a whole. *Threading*: safe. *Errors*:
/// [dev.ferry.core.failure.ErrorCode#STORE_UNAVAILABLE] for what may heal.
public interface AttachmentStore {
    /// Stores all bytes of a stream, which the caller closes.
    StoredAttachment put(InputStream bytes);

    /// How many bytes lie under a hash; empty when there are none.
    OptionalLong size(BodyHash hash);

    /// The bytes under a hash, to be closed; empty when there are none.
    Optional<InputStream> open(BodyHash hash);

    /// What was stored.
    ///
    /// @param size how many bytes there were
    record StoredAttachment(BodyHash hash, long size) {}
}
