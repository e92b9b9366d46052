package dev.ferry.handlers.s3;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.source.CanonicalId;
import dev.ferry.core.source.EntityKind;
import dev.ferry.core.staging.Bucket;
import dev.ferry.core.staging.RecordSink;
import dev.ferry.core.staging.RecordSinks;
import dev.ferry.core.work.RunFiles;
import org.jspecify.annotations.Nullable;

/// Canonical records as JSON Lines objects, one per kind and bucket, see [RunFiles#canonical].
public final class S3RecordSinks implements RecordSinks {
    private final S3Bucket bucket;
    private final RunFiles files;

    public S3RecordSinks(S3Bucket bucket, RunFiles files) {
        this.bucket = bucket;
        this.files = files;
    }

    @Override
    public RecordSink open(EntityKind kind, Bucket share) {
        return new Sink(bucket.write(files.canonical(kind, share)));
    }

    /// *Threading*: for one thread.
    private static final class Sink implements RecordSink {
        private final S3ObjectOutput out;
        private @Nullable CanonicalId last;

        private Sink(S3ObjectOutput out) {
            this.out = out;
        }

        @Override
        public void write(CanonicalId id, byte[] json) {
            if (last != null && last.compareTo(id) >= 0) {
                throw new FerryException(ErrorCode.INTERNAL, "record " + id + " was written after " + last);
            }
            last = id;
            out.write(json, 0, json.length);
            out.write('\n');
        }

        @Override
        public void commit() {
            out.commit();
        }

        @Override
        public void close() {
            out.abort();
        }
    }
}
