package dev.ferry.handlers.s3;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.staging.SourceObject;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.handlers.aws.StoreFailure;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// An export in a bucket of the customer's, which Ferry only reads.
///
/// *Errors*: `SOURCE_UNREADABLE` when S3 refuses, `STORE_UNAVAILABLE` when it does not answer.
public final class S3SourceStore implements SourceStore {
    private static final int SERVER_ERROR = 500;

    private final S3Client client;
    private final String bucket;

    public S3SourceStore(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public Stream<SourceObject> list(String prefix) {
        ListObjectsV2Request first =
                ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).build();
        return Stream.iterate(
                        Optional.of(page(first)),
                        Optional::isPresent,
                        page -> page.filter(ListObjectsV2Response::isTruncated)
                                .map(before -> page(first.toBuilder()
                                        .continuationToken(before.nextContinuationToken())
                                        .build())))
                .flatMap(page -> page.stream().flatMap(found -> found.contents().stream()))
                .map(S3SourceStore::object);
    }

    @Override
    public InputStream open(String key) {
        return calling(
                "open " + key,
                () -> client.getObject(request -> request.bucket(bucket).key(key)));
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) {
        return calling("list " + request.prefix(), () -> client.listObjectsV2(request));
    }

    private <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            boolean refused = e instanceof AwsServiceException service
                    && !service.isThrottlingException()
                    && service.statusCode() < SERVER_ERROR;
            throw new FerryException(
                    refused ? ErrorCode.SOURCE_UNREADABLE : ErrorCode.STORE_UNAVAILABLE,
                    "could not %s in source bucket %s: %s".formatted(what, bucket, StoreFailure.answer(e)),
                    e);
        }
    }

    // S3 gives the tag in quotes, as HTTP has it. A store over a directory may give none; then time tells of a change.
    private static SourceObject object(S3Object found) {
        String etag = Optional.ofNullable(found.eTag())
                .map(tag -> tag.replace("\"", ""))
                .orElseGet(() -> "at-" + found.lastModified().toEpochMilli());
        return new SourceObject(found.key(), found.size(), etag);
    }
}
