package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/// A store that has no attachments and takes none: for what never meets one.
public record NoAttachments() implements AttachmentStore {
    @Override
    public StoredAttachment put(InputStream bytes) {
        throw new FerryException(ErrorCode.INTERNAL, "there is no store for attachments here");
    }

    @Override
    public OptionalLong size(BodyHash hash) {
        return OptionalLong.empty();
    }

    @Override
    public Optional<InputStream> open(BodyHash hash) {
        return Optional.empty();
    }
}
