package dev.ferry.handlers.s3;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyHash;
import dev.ferry.core.work.RunFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// Attachments as objects under the hash of their bytes. *Shape*: key `work/{migration}/attachments/{first two
/// digits}/{hash}`.
///
/// The hash is known at the end of the bytes only. What fits into one part of an upload is held until then; what is
/// larger is uploaded under the hash of its beginning and then moved, so memory is bounded by a part. A worker that
/// dies on the way leaves nothing under a hash.
public final class S3AttachmentStore implements AttachmentStore {
    private final S3Bucket bucket;
    private final String migrationId;

    public S3AttachmentStore(S3Bucket bucket, String migrationId) {
        this.bucket = bucket;
        this.migrationId = migrationId;
    }

    @Override
    public StoredAttachment put(InputStream bytes) {
        MessageDigest sha = sha256();
        try {
            DigestInputStream hashed = new DigestInputStream(bytes, sha);
            byte[] beginning = hashed.readNBytes(S3ObjectOutput.PART_BYTES);
            if (beginning.length < S3ObjectOutput.PART_BYTES) {
                BodyHash hash = hash(sha);
                bucket.put(key(hash), beginning);
                return new StoredAttachment(hash, beginning.length);
            }
            return putLarge(beginning, hashed, sha);
        } catch (IOException e) {
            throw new FerryException(ErrorCode.SOURCE_UNAVAILABLE, "an attachment broke off while it was stored", e);
        }
    }

    private StoredAttachment putLarge(byte[] beginning, InputStream rest, MessageDigest sha) throws IOException {
        String incoming = RunFiles.EXPIRING
                + "%s/attachments/incoming/%s"
                        .formatted(migrationId, BodyHash.of(beginning).hex());
        S3ObjectOutput out = bucket.write(incoming);
        try {
            out.write(beginning, 0, beginning.length);
            long size = beginning.length + rest.transferTo(out);
            out.commit();
            BodyHash hash = hash(sha);
            if (!bucket.move(incoming, out.eTag(), key(hash)) && size(hash).orElse(-1) != size) {
                throw new FerryException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "another attachment with the same beginning as %s was stored at the same time".formatted(hash));
            }
            return new StoredAttachment(hash, size);
        } catch (IOException | UncheckedIOException | FerryException e) {
            abort(out, e);
            throw e;
        }
    }

    private static void abort(S3ObjectOutput out, Exception cause) {
        try {
            out.abort();
        } catch (FerryException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public OptionalLong size(BodyHash hash) {
        return bucket.size(key(hash));
    }

    @Override
    public Optional<InputStream> open(BodyHash hash) {
        return bucket.open(key(hash));
    }

    private String key(BodyHash hash) {
        return RunFiles.EXPIRING
                + "%s/attachments/%s/%s".formatted(migrationId, hash.hex().substring(0, 2), hash.hex());
    }

    private static BodyHash hash(MessageDigest sha) {
        return new BodyHash(HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
