package dev.ferry.handlers.s3;

import dev.ferry.core.work.WorkFile;
import dev.ferry.core.work.WorkStore;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Work files as objects; a name is the object's key.
public final class S3WorkStore implements WorkStore {
    private final S3Bucket bucket;

    public S3WorkStore(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public WorkFile create(String name) {
        return bucket.write(name);
    }

    @Override
    public Optional<InputStream> open(String name) {
        return bucket.open(name);
    }

    @Override
    public boolean exists(String name) {
        return bucket.exists(name);
    }

    @Override
    public List<String> list(String prefix) {
        return bucket.list(prefix).map(S3Object::key).toList();
    }
}
