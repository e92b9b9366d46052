package dev.ferry.local.adapters;

import dev.ferry.core.staging.SourceStore;
import dev.ferry.handlers.aws.RepeatableHttpClient;
import dev.ferry.handlers.s3.S3Bucket;
import dev.ferry.handlers.s3.S3SourceStore;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.s3.S3Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// S3Proxy for one test class, with a new bucket for whoever asks.
final class S3ForTests implements AutoCloseable {
    private static final String SOURCE = "export";

    private final Path directory;
    private final S3Engine engine;
    private final S3Client client;
    private final AtomicInteger buckets = new AtomicInteger();

    private S3ForTests(Path directory, S3Engine engine) {
        this.directory = directory;
        this.engine = engine;
        this.client = client(engine.endpoint());
    }

    static S3ForTests start(Path directory) {
        S3Engine engine =
                S3Engine.start(directory.resolve("s3"), List.of(SOURCE), Map.of(), new LoopbackPort("S3", 0, "port"));
        return new S3ForTests(directory, engine);
    }

    S3Bucket emptyBucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        client.createBucket(request -> request.bucket(name));
        return new S3Bucket(client, name);
    }

    /// The same bucket as another process or a client with an interceptor sees it.
    static S3Bucket bucket(URI endpoint, String name, ExecutionInterceptor... interceptors) {
        return new S3Bucket(client(endpoint, interceptors), name);
    }

    URI endpoint() {
        return engine.endpoint();
    }

    private static S3Client client(URI endpoint, ExecutionInterceptor... interceptors) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new RepeatableHttpClient(
                        UrlConnectionHttpClient.builder().build()))
                .overrideConfiguration(
                        configuration -> List.of(interceptors).forEach(configuration::addExecutionInterceptor))
                .build();
    }

    /// An export of that many objects of two bytes.
    SourceStore sourceWith(int objects, String keyFormat) throws IOException {
        for (int i = 0; i < objects; i++) {
            Path file = directory.resolve("s3").resolve(SOURCE).resolve(keyFormat.formatted(i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{}");
        }
        return new S3SourceStore(client, SOURCE);
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }
}
