package dev.ferry.local.asapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.handlers.aws.RepeatableHttpClient;
import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.s3.S3Engine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class BatchBucketIT extends RunningTenant {
    private static final String HOUR = "utterances/version=1/format=jsonl/dt=2026-03-05/hr=12/mi=00/";

    @Test
    void isAReadOnlyBucketOfTheEmbeddedS3ThatFillsByTheClock() {
        new ExportForTests(export())
                .file("batch/" + HOUR + "utterances.jsonl", "{\"a\":1}\n")
                .file("batch/" + HOUR + "_SUCCESS", "");
        start(Map.of("lateSuccessMinutes", "10"));
        String bucket = simulator.batchBucket();
        LoopbackPort port = new LoopbackPort("S3", 0, "port");
        try (S3Engine engine = S3Engine.start(
                        directory.resolve("s3"), List.of(), Map.of(bucket, simulator.batchDirectory()), port);
                S3Client s3 = client(engine)) {
            assertThat(keys(s3, bucket)).isEmpty();
            time("{\"now\":\"2026-03-05T13:05:00Z\"}");
            assertThat(keys(s3, bucket)).containsExactly(HOUR + "utterances.jsonl");
            time("{\"advance\":\"PT10M\"}");
            assertThat(keys(s3, bucket)).containsExactly(HOUR + "_SUCCESS", HOUR + "utterances.jsonl");
            assertThat(s3.getObjectAsBytes(request -> request.bucket(bucket).key(HOUR + "utterances.jsonl"))
                            .asUtf8String())
                    .isEqualTo("{\"a\":1}\n");
            assertThatThrownBy(
                            () -> s3.putObject(request -> request.bucket(bucket).key("x"), RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class);
        }
    }

    private static List<String> keys(S3Client s3, String bucket) {
        return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static S3Client client(S3Engine engine) {
        return S3Client.builder()
                .endpointOverride(engine.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new RepeatableHttpClient(
                        UrlConnectionHttpClient.builder().build()))
                .build();
    }
}
