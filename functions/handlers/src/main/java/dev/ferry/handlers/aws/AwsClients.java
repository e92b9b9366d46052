package dev.ferry.handlers.aws;

import dev.ferry.handlers.environment.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The clients of the services that a function uses, each made at its first use and kept.
///
/// Region and endpoints come from the environment: `AWS_REGION`, and `AWS_ENDPOINT_URL_DYNAMODB`, `_S3`, `_SQS`,
/// `_SFN` and `_SECRETS_MANAGER` where the service is not AWS's own. Where an endpoint is given and no
/// credentials are found, a made-up pair is used, since emulators accept any.
///
/// A handler makes one of these in its constructor. A snapshot of the function may contain it: the clients hold no
/// secret, no address and no connection that does not renew itself.
///
/// *Threading*: safe for concurrent use, and so is every client.
public final class AwsClients {

    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(60);
    // Uploads and downloads of large objects are bounded by the function's own timeout.
    private static final Duration TRANSFER_ATTEMPT = Duration.ofMinutes(5);
    private static final Duration TRANSFER_CALL = Duration.ofMinutes(14);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String DEFAULT_REGION = "us-east-1";

    // By default each client keeps five threads for its timeouts; one for all of them is enough.
    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-timeouts").factory());
    private final Lazy<DynamoDbClient> dynamoDb =
            new Lazy<>(() -> build(DynamoDbClient.builder(), "DYNAMODB", ATTEMPT, CALL));
    private final Lazy<S3Client> s3 =
            new Lazy<>(() -> build(S3Client.builder().forcePathStyle(true), "S3", TRANSFER_ATTEMPT, TRANSFER_CALL));
    private final Lazy<SqsClient> sqs = new Lazy<>(() -> build(SqsClient.builder(), "SQS", ATTEMPT, CALL));
    private final Lazy<SfnClient> sfn = new Lazy<>(() -> build(SfnClient.builder(), "SFN", ATTEMPT, CALL));
    private final Lazy<SecretsManagerClient> secretsManager =
            new Lazy<>(() -> build(SecretsManagerClient.builder(), "SECRETS_MANAGER", ATTEMPT, CALL));

    /// DynamoDB.
    public DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    /// S3, with buckets addressed by path, which every implementation understands.
    public S3Client s3() {
        return s3.get();
    }

    /// SQS.
    public SqsClient sqs() {
        return sqs.get();
    }

    /// Step Functions.
    public SfnClient sfn() {
        return sfn.get();
    }

    /// Secrets Manager.
    public SecretsManagerClient secretsManager() {
        return secretsManager.get();
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
            B builder, String service, Duration attempt, Duration call) {
        var endpoint = Environment.find("AWS_ENDPOINT_URL_" + service).map(URI::create);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(Environment.find("AWS_REGION").orElse(DEFAULT_REGION)))
                .credentialsProvider(credentials(endpoint))
                .httpClient(new RepeatableHttpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(attempt)
                        .build()))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(call)
                        .scheduledExecutorService(timeouts)
                        .build())
                .build();
    }

    private static AwsCredentialsProvider credentials(Optional<URI> endpoint) {
        var chain = DefaultCredentialsProvider.builder().build();
        if (endpoint.isEmpty()) {
            return chain;
        }
        return AwsCredentialsProviderChain.builder()
                .credentialsProviders(
                        chain, StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }
}
