package dev.ferry.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;

class KilledCloudIT {

    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    @Test
    void findsWhatItAcknowledgedAfterAKill(@TempDir Path directory) throws IOException, InterruptedException {
        var work = directory.resolve("work");
        Files.createDirectory(work);
        var process = CloudProcess.start(work);
        try {
            write(awaitEndpoints(process, work));
        } finally {
            process.destroyForcibly().waitFor();
        }
        // What a killed upload leaves behind, as S3Proxy names it.
        Files.writeString(work.resolve("s3/work/half-0f0f0f0f-1111-2222-3333-444444444444"), "half");

        try (var cloud = EmbeddedCloud.start(CloudProcess.settings(work))) {
            assertEverythingIsThere(cloud.endpoints());
        }
    }

    private static void write(CloudEndpoints endpoints) {
        try (var dynamoDb = CloudClients.dynamoDb(endpoints.of("dynamodb"));
                var s3 = CloudClients.s3(endpoints.of("s3"));
                var sqs = CloudClients.sqs(endpoints.of("sqs"))) {
            dynamoDb.putItem(request -> request.tableName("ledger").item(KEY));
            s3.putObject(request -> request.bucket("work").key("run=1/part.jsonl"), RequestBody.fromString("{}"));
            var idle = sqs.getQueueUrl(request -> request.queueName("idle")).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(idle).messageBody("token"));
        }
    }

    private static void assertEverythingIsThere(CloudEndpoints endpoints) {
        try (var dynamoDb = CloudClients.dynamoDb(endpoints.of("dynamodb"));
                var s3 = CloudClients.s3(endpoints.of("s3"));
                var sqs = CloudClients.sqs(endpoints.of("sqs"))) {
            assertThat(dynamoDb.getItem(request -> request.tableName("ledger").key(KEY))
                            .item())
                    .isEqualTo(KEY);
            assertThat(s3.listObjectsV2(request -> request.bucket("work")).contents())
                    .extracting(S3Object::key)
                    .containsExactly("run=1/part.jsonl");
            assertThat(s3.getObjectAsBytes(request -> request.bucket("work").key("run=1/part.jsonl"))
                            .asUtf8String())
                    .isEqualTo("{}");
            var idle = sqs.getQueueUrl(request -> request.queueName("idle")).queueUrl();
            assertThat(sqs.receiveMessage(request -> request.queueUrl(idle)).messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("token"));
        }
    }

    private static CloudEndpoints awaitEndpoints(Process process, Path work) throws InterruptedException {
        var pause = new CountDownLatch(1);
        for (var waited = Duration.ZERO; waited.toSeconds() < 120; waited = waited.plusMillis(200)) {
            var endpoints = CloudEndpoints.read(work);
            if (endpoints.isPresent()) {
                return endpoints.get();
            }
            assertThat(process.isAlive()).as("the cloud's process runs").isTrue();
            assertThat(pause.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("The cloud's process did not publish its endpoints within two minutes");
    }
}
