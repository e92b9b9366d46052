package dev.ferry.core.staging;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A body store in memory: the double for tests. *Threading*: safe.
public final class InMemoryBodyStore implements BodyStore {
    private final ConcurrentMap<BodyHash, byte[]> bodies = new ConcurrentHashMap<>();

    @Override
    public BodyHash put(byte[] body) {
        BodyHash hash = BodyHash.of(body);
        bodies.put(hash, body.clone());
        return hash;
    }

    @Override
    public byte[] get(BodyHash hash) {
        byte[] body = bodies.get(hash);
        if (body == null) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "no body is stored under " + hash.hex());
        }
        return body.clone();
    }
}
