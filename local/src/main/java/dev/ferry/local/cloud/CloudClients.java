package dev.ferry.local.cloud;

import dev.ferry.handlers.aws.RepeatableHttpClient;
import dev.ferry.local.endpoint.LocalAccount;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// AWS clients for the engines of this process, with made-up credentials.
final class CloudClients {

    private static final Duration SOCKET = Duration.ofSeconds(60);

    private CloudClients() {}

    static DynamoDbClient dynamoDb(URI endpoint) {
        return build(DynamoDbClient.builder(), endpoint);
    }

    static SqsClient sqs(URI endpoint) {
        return build(SqsClient.builder(), endpoint);
    }

    static S3Client s3(URI endpoint) {
        return build(S3Client.builder().forcePathStyle(true), endpoint);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(LocalAccount.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(new RepeatableHttpClient(
                        UrlConnectionHttpClient.builder().socketTimeout(SOCKET).build()))
                .build();
    }
}
