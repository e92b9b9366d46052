package dev.ferry.handlers.aws;

import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.metrics.InvocationUse;
import dev.ferry.handlers.metrics.PhaseMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a function does once before a snapshot is taken of it, so that what is restored need not do it: makes the
/// clients, and runs a request of every kind through all of the SDK but the network.
///
/// Nothing is sent, so no role needs a permission for it, and nothing is fetched, so no secret, token, address or
/// number of chance is in the snapshot: those are got while an event is handled.
///
/// *Threading*: called by the runtime, before and after everything else.
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
    private static final String NAME = "primed";

    private final AwsClients clients;

    private Priming(AwsClients clients) {
        this.clients = clients;
    }

    /// Registers with the runtime, which holds its resources weakly: the clients hold this one.
    static Priming of(AwsClients clients) {
        Priming priming = new Priming(clients);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        makeClients();
        rehearse();
        LOG.info("ready for a snapshot");
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // Clients renew their connections by themselves.
    }

    private void makeClients() {
        clients.dynamoDb();
        clients.s3();
        clients.sqs();
        clients.firehose();
        clients.sfn();
        clients.secretsManager();
    }

    private static void rehearse() {
        AwsClients rehearsal = AwsClients.over(new Canned());
        rehearseTables(rehearsal);
        rehearseObjects(rehearsal);
        rehearsal.secretsManager().getSecretValue(request -> request.secretId(NAME));
        rehearsal.sfn().sendTaskHeartbeat(request -> request.taskToken(NAME));
        rehearsal.sqs().getQueueUrl(request -> request.queueName(NAME));
        rehearsal
                .firehose()
                .putRecord(request ->
                        request.deliveryStreamName(NAME).record(record -> record.data(SdkBytes.fromUtf8String(NAME))));
        try {
            SSLContext.getDefault().createSSLEngine();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime has no TLS", e);
        }
        HttpClient.newHttpClient().close();
        rehearseMetrics();
    }

    // Nobody may see the line: it would be a metric.
    private static void rehearseMetrics() {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            PhaseMetrics.emitUse(NAME, NAME, new InvocationUse(0, Duration.ZERO, Duration.ZERO, new Meter()));
        } finally {
            System.setOut(out);
        }
    }

    private static void rehearseTables(AwsClients rehearsal) {
        Map<String, AttributeValue> item = Map.of("pk", AttributeValue.fromS(NAME), "sk", AttributeValue.fromS(NAME));
        rehearsal.dynamoDb().putItem(request -> request.tableName(NAME).item(item));
        rehearsal.dynamoDb().getItem(request -> request.tableName(NAME).key(item));
        rehearsal.dynamoDb().query(request -> request.tableName(NAME).keyConditionExpression(NAME));
    }

    private static void rehearseObjects(AwsClients rehearsal) {
        rehearsal.s3().putObject(request -> request.bucket(NAME).key(NAME), RequestBody.fromString(NAME));
        try (var content =
                rehearsal.s3().getObject(request -> request.bucket(NAME).key(NAME))) {
            content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Canned() implements AwsClients.Transport {
        @Override
        public SdkHttpClient patient(Duration longest) {
            return new CannedHttpClient();
        }

        @Override
        public boolean canned() {
            return true;
        }
    }
}
