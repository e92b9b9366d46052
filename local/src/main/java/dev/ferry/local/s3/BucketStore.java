package dev.ferry.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/// S3Proxy's file system store with a listing that scales and with buckets that refuse every write.
final class BucketStore extends ForwardingBlobStore {

    private static final int FORBIDDEN = 403;
    private static final int PAGE = 1000;

    private final Path buckets;
    private final Set<String> readOnly;
    private final boolean hidesUploads;

    /// @param buckets the directory whose children are the buckets
    /// @param readOnly the names of the buckets that refuse writes
    /// @param hidesUploads whether half-written objects can be told by their missing entity tag
    BucketStore(Path buckets, Set<String> readOnly, boolean hidesUploads) {
        super(new FilesystemNio2BlobStore(buckets.toString()));
        this.buckets = buckets;
        this.readOnly = Set.copyOf(readOnly);
        this.hidesUploads = hidesUploads;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        var bucket = buckets.resolve(request.bucket());
        if (!buckets.equals(bucket.getParent()) || !Files.isDirectory(bucket)) {
            throw S3Exceptions.noSuchBucket(request.bucket(), "");
        }
        var after =
                Optional.ofNullable(request.continuationToken()).or(() -> Optional.ofNullable(request.startAfter()));
        var delimiter = Objects.requireNonNullElse(request.delimiter(), "");
        if (!delimiter.isEmpty() && !delimiter.equals("/")) {
            throw S3Exceptions.invalidArgument("Here the only delimiter is /, not " + delimiter);
        }
        var wanted = new ListingRequest(
                Objects.requireNonNullElse(request.prefix(), ""),
                !delimiter.isEmpty(),
                after.orElse(""),
                Objects.requireNonNullElse(request.maxKeys(), PAGE));
        var hides = hidesUploads && !readOnly.contains(request.bucket());
        try {
            return response(new BucketListing(bucket, hides, wanted).page());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list bucket " + request.bucket(), e);
        }
    }

    private static ListObjectsV2Response response(ListingPage page) {
        var keys = page.lines().stream()
                .filter(ListedObject.Key.class::isInstance)
                .map(ListedObject.Key.class::cast)
                .map(BucketStore::object)
                .toList();
        var prefixes = page.lines().stream()
                .filter(ListedObject.CommonPrefix.class::isInstance)
                .map(line -> CommonPrefix.builder().prefix(line.name()).build())
                .toList();
        return SdkResponses.objectsPage(
                keys, prefixes, page.truncated() ? page.lines().getLast().name() : null);
    }

    private static S3Object object(ListedObject.Key key) {
        return SdkResponses.objectEntry(
                key.name(), key.entityTag().orElse(null), key.lastModified(), key.sizeBytes(), StorageClass.STANDARD);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        requireWritable(request.bucket());
        return super.putBlob(request, payload);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        requireWritable(request.destinationBucket());
        return super.copyBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        requireWritable(request.bucket());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        requireWritable(request.bucket());
        return super.removeBlob(request);
    }

    @Override
    public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
        requireWritable(request.bucket());
        return super.removeBlobs(request);
    }

    @Override
    public void setBlobAccess(String container, String name, ObjectCannedACL access) {
        requireWritable(container);
        super.setBlobAccess(container, name, access);
    }

    @Override
    public void setContainerAccess(String container, BucketCannedACL access) {
        requireWritable(container);
        super.setContainerAccess(container, access);
    }

    @Override
    public void clearContainer(ListObjectsV2Request request) {
        requireWritable(request.bucket());
        super.clearContainer(request);
    }

    @Override
    public void deleteContainer(String container) {
        requireWritable(container);
        super.deleteContainer(container);
    }

    private void requireWritable(String bucket) {
        if (readOnly.contains(bucket)) {
            // The service answers AccessDenied, as S3 does where a policy forbids the write.
            throw S3Exceptions.fromStatusCode(FORBIDDEN);
        }
    }
}
