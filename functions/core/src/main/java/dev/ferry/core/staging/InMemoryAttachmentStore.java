package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// An attachment store in memory: the double for tests. *Threading*: safe.
public final class InMemoryAttachmentStore implements AttachmentStore {
    private final ConcurrentMap<BodyHash, byte[]> stored = new ConcurrentHashMap<>();

    @Override
    public StoredAttachment put(InputStream bytes) {
        try {
            byte[] all = bytes.readAllBytes();
            BodyHash hash = BodyHash.of(all);
            stored.put(hash, all);
            return new StoredAttachment(hash, all.length);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "an attachment broke off while it was stored", e);
        }
    }

    @Override
    public OptionalLong size(BodyHash hash) {
        return find(hash).stream().mapToLong(bytes -> bytes.length).findFirst();
    }

    @Override
    public Optional<InputStream> open(BodyHash hash) {
        return find(hash).map(ByteArrayInputStream::new);
    }

    /// The bytes under a hash.
    public Optional<byte[]> find(BodyHash hash) {
        return Optional.ofNullable(stored.get(hash)).map(byte[]::clone);
    }
}
