package dev.ferry.handlers.aws;

import dev.ferry.handlers.billing.MeteredCalls;
import dev.ferry.handlers.environment.Environment;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The clients of the services that a function uses, each made at its first use and kept.
///
/// Region and endpoints come from the environment: `AWS_REGION`, and `AWS_ENDPOINT_URL_DYNAMODB`, `_S3`, `_SQS`,
/// `_FIREHOSE`, `_SFN` and `_SECRETS_MANAGER` where the service is not AWS's own. Where an endpoint is given and the
/// process names no credentials, a made-up pair is used, since emulators accept any.
///
/// A handler makes one of these in its constructor. Before a snapshot is taken of the function all clients are made
/// and used once ([Priming]). A snapshot may contain them: they hold no secret, no address and no connection that
/// does not renew itself.
///
/// *Threading*: safe for concurrent use, and so is every client.
public final class AwsClients {

    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(60);
    // Uploads and downloads of large objects are bounded by the function's own timeout.
    private static final Duration TRANSFER_ATTEMPT = Duration.ofMinutes(5);
    private static final Duration TRANSFER_CALL = Duration.ofMinutes(14);
    private static final Duration QUICK_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration QUICK_CALL = Duration.ofSeconds(4);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String KEPT_CONNECTIONS = "http.maxConnections";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final AwsCredentialsProvider MADE_UP =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    // By default each client keeps five threads for its timeouts; one for all of them is enough.
    private final ScheduledExecutorService timeouts = timeouts();
    private final Lazy<DynamoDbClient> dynamoDb =
            new Lazy<>(() -> build(DynamoDbClient.builder(), "DYNAMODB", ATTEMPT, CALL));
    private final Lazy<S3Client> s3 =
            new Lazy<>(() -> build(S3Client.builder().forcePathStyle(true), "S3", TRANSFER_ATTEMPT, TRANSFER_CALL));
    private final Lazy<SqsClient> sqs = new Lazy<>(() -> build(SqsClient.builder(), "SQS", ATTEMPT, CALL));
    private final Lazy<FirehoseClient> firehose =
            new Lazy<>(() -> build(FirehoseClient.builder(), "FIREHOSE", QUICK_ATTEMPT, QUICK_CALL));
    private final Lazy<SfnClient> sfn = new Lazy<>(() -> build(SfnClient.builder(), "SFN", ATTEMPT, CALL));
    private final Lazy<SecretsManagerClient> secretsManager =
            new Lazy<>(() -> build(SecretsManagerClient.builder(), "SECRETS_MANAGER", ATTEMPT, CALL));

    private final Transport transport;
    // The runtime holds it weakly.
    private final @Nullable Priming priming;

    /// Clients that reach AWS, or what the environment names in its place.
    public AwsClients() {
        this.transport = AwsClients::overTheNetwork;
        this.priming = Priming.of(this);
    }

    private AwsClients(Transport transport) {
        this.transport = transport;
        this.priming = null;
    }

    /// Clients that are made for practice.
    static AwsClients over(Transport transport) {
        return new AwsClients(transport);
    }

    /// What carries the requests of a client.
    @FunctionalInterface
    interface Transport {
        /// A client whose sockets wait no longer than this.
        SdkHttpClient patient(Duration longest);

        /// Whether requests are answered without being sent, so that made-up credentials will do.
        default boolean canned() {
            return false;
        }
    }

    /// What happens before a snapshot and after it; nothing for clients that are made for practice.
    Optional<Priming> priming() {
        return Optional.ofNullable(priming);
    }

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

    /// Firehose, with the patience of somebody who is waited for.
    public FirehoseClient firehose() {
        return firehose.get();
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
                .credentialsProvider(transport.canned() ? MADE_UP : credentials(endpoint))
                .httpClient(transport.patient(attempt))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(call)
                        .scheduledExecutorService(timeouts)
                        .addExecutionInterceptor(new MeteredCalls(InstantSource.system()))
                        .build())
                .build();
    }

    // An emulator takes any credentials: nobody need be asked over the network for them, which off AWS takes seconds.
    private static AwsCredentialsProvider credentials(Optional<URI> endpoint) {
        return endpoint.isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : AwsCredentialsProviderChain.of(
                        EnvironmentVariableCredentialsProvider.create(),
                        SystemPropertyCredentialsProvider.create(),
                        MADE_UP);
    }

    private static ScheduledExecutorService timeouts() {
        var timeouts = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("aws-timeouts").factory());
        // A timeout holds its request, which would stay for minutes after its answer.
        timeouts.setRemoveOnCancelPolicy(true);
        return timeouts;
    }

    private static SdkHttpClient overTheNetwork(Duration longest) {
        // Stores make their calls side by side. Of the connections to a host the JDK keeps five, and would open the
        // others again for each call, with TLS. It reads this once.
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, "32");
        }
        return new RepeatableHttpClient(
                UrlConnectionHttpClient.create(target -> UnprobedConnection.to(target, CONNECT, longest)));
    }
}
