package dev.ferry.cli.cloud;

import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.aws.AwsClients;
import dev.ferry.handlers.dynamodb.Backoff;
import dev.ferry.handlers.dynamodb.Consumption;
import dev.ferry.handlers.dynamodb.DynamoDbBudgetStore;
import dev.ferry.handlers.dynamodb.DynamoDbFragmentStore;
import dev.ferry.handlers.dynamodb.DynamoDbGateStore;
import dev.ferry.handlers.dynamodb.DynamoDbIdentityStore;
import dev.ferry.handlers.dynamodb.DynamoDbLedger;
import dev.ferry.handlers.dynamodb.DynamoDbTallyStore;
import dev.ferry.handlers.dynamodb.Expiry;
import dev.ferry.handlers.dynamodb.GateName;
import dev.ferry.handlers.dynamodb.ItemTable;
import dev.ferry.handlers.dynamodb.LedgerScope;
import dev.ferry.handlers.dynamodb.StagingTable;
import dev.ferry.handlers.environment.Environment;
import dev.ferry.handlers.s3.S3BodyStore;
import dev.ferry.handlers.s3.S3Bucket;
import dev.ferry.handlers.s3.S3LinkStore;
import dev.ferry.handlers.s3.S3WorkStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/// A session over the AWS SDK, with AWS or with the embedded cloud.
///
/// The embedded cloud's endpoints become settings of this process, as a function of it would get them.
public final class AwsCloudSession implements CloudSession {
    /// How the settings of the AWS SDK call the services that `cloud.json` names as the AWS CLI does.
    private static final Map<String, String> SETTINGS = Map.of(
            "dynamodb", "DYNAMODB",
            "s3", "S3",
            "sqs", "SQS",
            "stepfunctions", "SFN",
            "secretsmanager", "SECRETS_MANAGER");

    // Nothing that the command line writes expires; the stores want a rule all the same.
    private static final Duration KEPT = Duration.ofDays(90);

    private final CloudDescription cloud;
    private final AwsClients clients;
    private final Clock clock;

    private AwsCloudSession(CloudDescription cloud, AwsClients clients, Clock clock) {
        this.cloud = cloud;
        this.clients = clients;
        this.clock = clock;
    }

    /// Opens a session.
    public static AwsCloudSession open(CloudDescription cloud, Clock clock) {
        cloud.endpoints().forEach((service, url) -> {
            String setting = SETTINGS.get(service);
            if (setting != null) {
                System.setProperty(Environment.PROPERTY_PREFIX + "AWS_ENDPOINT_URL_" + setting, url);
            }
        });
        System.setProperty(Environment.PROPERTY_PREFIX + "AWS_REGION", cloud.region());
        return new AwsCloudSession(cloud, new AwsClients(), clock);
    }

    @Override
    public Executions executions() {
        return new AwsExecutions(clients.sfn(), cloud);
    }

    @Override
    public WorkStore work() {
        return new S3WorkStore(workBucket());
    }

    @Override
    public Gates gates() {
        DynamoDbGateStore gates = new DynamoDbGateStore(table("control"));
        return (migrationId, runId, gate) -> gates.find(new GateName(migrationId, runId, gate))
                .map(token -> new Gates.Waiting(token.value(), Gates.listKey(runId, gate)));
    }

    @Override
    public TallyStore tallies(String migrationId) {
        return new DynamoDbTallyStore(staging(migrationId, new BucketCount(1)));
    }

    @Override
    public BudgetStore budgets() {
        return new DynamoDbBudgetStore(table("control"));
    }

    @Override
    public Records records(RecordScope scope) {
        StagingTable staging = staging(scope.migrationId(), scope.buckets());
        return new Records(
                new DynamoDbFragmentStore(staging),
                new S3BodyStore(workBucket(), scope.migrationId()),
                new DynamoDbIdentityStore(staging),
                new S3LinkStore(workBucket(), scope.migrationId()),
                new DynamoDbLedger(
                        table("ledger"), new LedgerScope(scope.migrationId(), scope.target(), scope.buckets())));
    }

    @Override
    public void close() {
        clients.sfn().close();
        clients.s3().close();
        clients.dynamoDb().close();
    }

    private S3Bucket workBucket() {
        return new S3Bucket(clients.s3(), cloud.workBucket());
    }

    private StagingTable staging(String migrationId, BucketCount buckets) {
        return new StagingTable(table("staging"), migrationId, buckets, new Expiry(clock, KEPT));
    }

    private ItemTable table(String role) {
        return new ItemTable(clients.dynamoDb(), cloud.table(role), Backoff.standard(), new Consumption());
    }
}
