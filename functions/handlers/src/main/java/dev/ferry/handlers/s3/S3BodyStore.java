package dev.ferry.handlers.s3;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.work.RunFiles;
import java.io.IOException;
import java.io.InputStream;

/// Large bodies as objects under their hash. *Shape*: key `work/{migration}/bodies/{first two digits}/{hash}`.
public final class S3BodyStore implements BodyStore {
    private final S3Bucket bucket;
    private final String migrationId;

    public S3BodyStore(S3Bucket bucket, String migrationId) {
        this.bucket = bucket;
        this.migrationId = migrationId;
    }

    @Override
    public BodyHash put(byte[] body) {
        BodyHash hash = BodyHash.of(body);
        bucket.put(key(hash), body);
        return hash;
    }

    @Override
    public byte[] get(BodyHash hash) {
        try (InputStream in = bucket.open(key(hash)).orElseThrow(() -> missing(hash))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new FerryException(ErrorCode.STORE_UNAVAILABLE, "could not read body " + hash.hex(), e);
        }
    }

    private String key(BodyHash hash) {
        return RunFiles.EXPIRING
                + "%s/bodies/%s/%s".formatted(migrationId, hash.hex().substring(0, 2), hash.hex());
    }

    private static FerryException missing(BodyHash hash) {
        return new FerryException(ErrorCode.STORE_UNAVAILABLE, "no body is stored under " + hash.hex());
    }
}
