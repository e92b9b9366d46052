package dev.ferry.handlers.s3;

import dev.ferry.handlers.aws.StoreFailure;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// One bucket of Ferry's own. *Threading*: safe for concurrent use. *Errors*: `STORE_UNAVAILABLE` for what may
/// heal.
///
/// @param name the bucket's name
public record S3Bucket(S3Client client, String name) {
    private static final int GONE = 404;
    private static final int CHANGED = 412;

    /// Puts a small object, whole.
    void put(String key, byte[] content) {
        calling(
                "put " + key,
                () -> client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(content)));
    }

    /// Opens an object, or nothing where there is none.
    Optional<InputStream> open(String key) {
        return calling("open " + key, () -> {
            try {
                return Optional.of(
                        client.getObject(request -> request.bucket(name).key(key)));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /// Whether there is such an object. Costs a twelfth of a listing.
    boolean exists(String key) {
        return calling("look for " + key, () -> {
            try {
                client.headObject(request -> request.bucket(name).key(key));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        });
    }

    /// The size of an object. *Units*: bytes.
    OptionalLong size(String key) {
        return calling("look for " + key, () -> {
            try {
                return OptionalLong.of(
                        client.headObject(request -> request.bucket(name).key(key))
                                .contentLength());
            } catch (NoSuchKeyException e) {
                return OptionalLong.empty();
            }
        });
    }

    /// Gives an object another key; it is gone under the old one. *Units*: S3 copies at most 5 GB at once.
    ///
    /// @param eTag of the object: nothing happens when another one is there meanwhile, or none
    /// @return whether it was moved
    boolean move(String from, String eTag, String to) {
        boolean copied = calling("move " + from, () -> {
            try {
                client.copyObject(request -> request.sourceBucket(name)
                        .sourceKey(from)
                        .copySourceIfMatch(eTag)
                        .destinationBucket(name)
                        .destinationKey(to));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == GONE || e.statusCode() == CHANGED) {
                    return false;
                }
                throw e;
            }
        });
        if (copied) {
            calling(
                    "delete " + from,
                    () -> client.deleteObject(request -> request.bucket(name).key(from)));
        }
        return copied;
    }

    /// The objects below a prefix in ascending order of their keys, page by page as they are consumed.
    Stream<S3Object> list(String prefix) {
        ListObjectsV2Request first =
                ListObjectsV2Request.builder().bucket(name).prefix(prefix).build();
        return Stream.iterate(
                        Optional.of(page(first)),
                        Optional::isPresent,
                        page -> page.filter(ListObjectsV2Response::isTruncated)
                                .map(before -> page(first.toBuilder()
                                        .continuationToken(before.nextContinuationToken())
                                        .build())))
                .flatMap(page -> page.stream().flatMap(found -> found.contents().stream()));
    }

    /// Opens an object for writing.
    S3ObjectOutput write(String key) {
        return new S3ObjectOutput(this, key);
    }

    <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw StoreFailure.of("%s in bucket %s".formatted(what, name), e);
        }
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) {
        return calling("list " + request.prefix(), () -> client.listObjectsV2(request));
    }
}
