package dev.ferry.local.stepfunctions;

import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The objects of an S3 endpoint.
///
/// *Threading*: safe for concurrent use.
public final class S3ObjectStore implements ObjectStore {

    private final S3Client client;

    /// Objects by the given client, which the caller closes.
    public S3ObjectStore(S3Client client) {
        this.client = client;
    }

    @Override
    public byte[] get(String bucket, String key) throws Refused {
        try {
            return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asByteArray();
        } catch (S3Exception e) {
            throw refused(e);
        }
    }

    @Override
    public void put(String bucket, String key, byte[] body) throws Refused {
        try {
            client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(body));
        } catch (S3Exception e) {
            throw refused(e);
        }
    }

    @Override
    public List<Stored> list(String bucket, String prefix) throws Refused {
        try {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> new Stored(
                            object.key(),
                            object.eTag(),
                            object.size(),
                            object.lastModified(),
                            object.storageClassAsString() == null ? "STANDARD" : object.storageClassAsString()))
                    .toList();
        } catch (S3Exception e) {
            throw refused(e);
        }
    }

    private static Refused refused(S3Exception e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "S3Exception" : details.errorCode();
        var message = details == null ? "S3 refused the request" : details.errorMessage();
        return new Refused(code, message);
    }
}
