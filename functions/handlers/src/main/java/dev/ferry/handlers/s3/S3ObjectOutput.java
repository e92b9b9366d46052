package dev.ferry.handlers.s3;

import dev.ferry.core.work.WorkFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Writes one object of any size with at most one part of it in memory. The object appears whole when committed,
/// and not at all when it is not.
///
/// Up to one part it is a single put; beyond that a multipart upload, whose 10,000 parts allow for 80 GB.
///
/// *Threading*: for one thread.
final class S3ObjectOutput extends WorkFile {
    /// *Units*: bytes; S3 wants at least 5 MiB for every part but the last.
    static final int PART_BYTES = 8 * 1024 * 1024;

    private static final int FIRST_BUFFER = 64 * 1024;

    private final S3Bucket bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int used;
    private @Nullable String uploadId;
    private boolean committed;
    private boolean aborted;
    private String eTag = "";

    S3ObjectOutput(S3Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == PART_BYTES) {
                uploadPart();
            }
            int some = Math.min(left, PART_BYTES - used);
            ensureCapacity(used + some);
            System.arraycopy(bytes, from, buffer, used, some);
            used += some;
            from += some;
            left -= some;
        }
    }

    /// Makes the object appear, replacing an earlier one.
    @Override
    public void commit() {
        if (aborted) {
            throw new IllegalStateException(key + " was aborted before it was committed");
        }
        if (uploadId == null) {
            eTag = bucket.calling(
                    "put " + key,
                    () -> bucket.client()
                            .putObject(request -> request.bucket(bucket.name()).key(key), content())
                            .eTag());
        } else {
            uploadPart();
            eTag = bucket.calling(
                    "complete the upload of " + key,
                    () -> bucket.client()
                            .completeMultipartUpload(request -> request.bucket(bucket.name())
                                    .key(key)
                                    .uploadId(uploadId)
                                    .multipartUpload(upload -> upload.parts(parts)))
                            .eTag());
        }
        committed = true;
    }

    /// What S3 calls the state of the object that was committed.
    String eTag() {
        return eTag;
    }

    /// Leaves nothing behind. Nothing happens when it has been committed or aborted before.
    void abort() {
        if (committed || aborted) {
            return;
        }
        aborted = true;
        if (uploadId != null) {
            bucket.calling(
                    "abort the upload of " + key,
                    () -> bucket.client()
                            .abortMultipartUpload(request ->
                                    request.bucket(bucket.name()).key(key).uploadId(uploadId)));
        }
    }

    /// Aborts what has not been committed.
    @Override
    public void close() {
        abort();
    }

    private void uploadPart() {
        String upload = upload();
        int number = parts.size() + 1;
        String etag = bucket.calling(
                "upload part " + number + " of " + key,
                () -> bucket.client()
                        .uploadPart(
                                request -> request.bucket(bucket.name())
                                        .key(key)
                                        .uploadId(upload)
                                        .partNumber(number),
                                content())
                        .eTag());
        parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
        used = 0;
    }

    private String upload() {
        String known = uploadId;
        if (known != null) {
            return known;
        }
        String started = bucket.calling(
                "start the upload of " + key,
                () -> bucket.client()
                        .createMultipartUpload(
                                request -> request.bucket(bucket.name()).key(key))
                        .uploadId());
        uploadId = started;
        return started;
    }

    private RequestBody content() {
        return RequestBody.fromBytes(Arrays.copyOf(buffer, used));
    }

    private void ensureCapacity(int wanted) {
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(PART_BYTES, Math.max(wanted, buffer.length * 2)));
        }
    }
}
