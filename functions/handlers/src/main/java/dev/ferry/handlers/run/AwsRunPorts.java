package dev.ferry.handlers.run;

import dev.ferry.core.failure.ErrorCode;
import dev.ferry.core.failure.FerryException;
import dev.ferry.core.identity.IdentityStore;
import dev.ferry.core.identity.LinkStore;
import dev.ferry.core.load.JobLedger;
import dev.ferry.core.load.Ledger;
import dev.ferry.core.load.PlannedLedger;
import dev.ferry.core.load.UndoLedger;
import dev.ferry.core.run.BucketLayout;
import dev.ferry.core.run.RunConfig;
import dev.ferry.core.run.RunRecord;
import dev.ferry.core.run.RunRef;
import dev.ferry.core.staging.AttachmentStore;
import dev.ferry.core.staging.BodyStore;
import dev.ferry.core.staging.BucketCount;
import dev.ferry.core.staging.FragmentStore;
import dev.ferry.core.staging.NamedLists;
import dev.ferry.core.staging.RecordSinks;
import dev.ferry.core.staging.SourceStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.WorkNamedLists;
import dev.ferry.core.work.WorkStore;
import dev.ferry.handlers.billing.Meter;
import dev.ferry.handlers.dynamodb.DynamoDbFragmentStore;
import dev.ferry.handlers.dynamodb.DynamoDbIdentityStore;
import dev.ferry.handlers.dynamodb.DynamoDbJobLedger;
import dev.ferry.handlers.dynamodb.DynamoDbLedger;
import dev.ferry.handlers.dynamodb.DynamoDbRunStore;
import dev.ferry.handlers.dynamodb.DynamoDbTallyStore;
import dev.ferry.handlers.dynamodb.Expiry;
import dev.ferry.handlers.dynamodb.LedgerScope;
import dev.ferry.handlers.dynamodb.StagingTable;
import dev.ferry.handlers.s3.S3AttachmentStore;
import dev.ferry.handlers.s3.S3BodyStore;
import dev.ferry.handlers.s3.S3Bucket;
import dev.ferry.handlers.s3.S3LinkStore;
import dev.ferry.handlers.s3.S3RecordSinks;
import dev.ferry.handlers.s3.S3SourceStore;
import dev.ferry.handlers.s3.S3WorkStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The ports of one run on DynamoDB and S3. Adapters are cheap and made when asked for.
final class AwsRunPorts implements RunPorts {
    // Tallies know no buckets, and a run has bills before its migration has buckets.
    private static final BucketCount NO_BUCKETS = new BucketCount(1);

    private final AwsRuns aws;
    private final RunRef run;
    private final RunConfig config;
    private final S3Bucket bucket;
    private final @Nullable String planned;
    private @Nullable BucketCount buckets;

    AwsRunPorts(AwsRuns aws, RunRef run, RunConfig config, S3Bucket bucket) {
        this(aws, run, config, bucket, null);
    }

    /// @param planned the phase that is planned; null for a run that writes
    private AwsRunPorts(AwsRuns aws, RunRef run, RunConfig config, S3Bucket bucket, @Nullable String planned) {
        this.aws = aws;
        this.run = run;
        this.config = config;
        this.bucket = bucket;
        this.planned = planned;
    }

    @Override
    public void takeBill() {
        Meter.current()
                .ifPresent(meter -> meter.billTo(
                        bill -> new DynamoDbTallyStore(staging(NO_BUCKETS)).put(run.runId(), bill.tally())));
    }

    @Override
    public RunPorts planned(String phase) {
        return new AwsRunPorts(aws, run, config, bucket, phase);
    }

    @Override
    public RunRef run() {
        return run;
    }

    @Override
    public RunConfig config() {
        return config;
    }

    @Override
    public synchronized BucketCount buckets() {
        BucketCount known = buckets;
        if (known == null) {
            known = new BucketLayout(work()).require(run.migrationId());
            buckets = known;
        }
        return known;
    }

    @Override
    public SourceStore source() {
        return new S3SourceStore(aws.clients().s3(), config.source().bucket());
    }

    @Override
    public SourceStore copies() {
        return new S3SourceStore(aws.clients().s3(), bucket.name());
    }

    @Override
    public SourceStore events() {
        String named = config.source().events().bucket();
        return named.isEmpty() ? copies() : new S3SourceStore(aws.clients().s3(), named);
    }

    @Override
    public Instant preparedAt() {
        return new DynamoDbRunStore(aws.controlTable())
                .find(run.migrationId(), run.runId())
                .map(RunRecord::preparedAt)
                .orElseThrow(() ->
                        new FerryException(ErrorCode.CONFIGURATION, "run " + run.runId() + " was never prepared"));
    }

    @Override
    public AttachmentStore attachments() {
        return new S3AttachmentStore(bucket, run.migrationId());
    }

    @Override
    public WorkStore work() {
        return new S3WorkStore(bucket);
    }

    @Override
    public TallyStore tallies() {
        return new DynamoDbTallyStore(staging());
    }

    @Override
    public FragmentStore fragments() {
        return new DynamoDbFragmentStore(staging());
    }

    @Override
    public BodyStore bodies() {
        return new S3BodyStore(bucket, run.migrationId());
    }

    @Override
    public LinkStore links() {
        return new S3LinkStore(bucket, run.migrationId());
    }

    @Override
    public IdentityStore identities() {
        return new DynamoDbIdentityStore(staging());
    }

    @Override
    public RecordSinks sinks() {
        return new S3RecordSinks(bucket, files());
    }

    @Override
    public NamedLists lists() {
        return new WorkNamedLists(work(), files());
    }

    @Override
    public Ledger ledger() {
        String phase = planned;
        return phase == null
                ? realLedger()
                : new PlannedLedger(
                        realLedger(),
                        DynamoDbLedger.notes(
                                staging(), run.runId(), config.target().kind()),
                        phase);
    }

    @Override
    public UndoLedger undoLedger() {
        return realLedger();
    }

    private DynamoDbLedger realLedger() {
        LedgerScope scope = new LedgerScope(run.migrationId(), config.target().kind(), buckets());
        return new DynamoDbLedger(aws.table("LEDGER_TABLE"), scope);
    }

    @Override
    public JobLedger jobs() {
        return new DynamoDbJobLedger(aws.table("LEDGER_TABLE"), run.migrationId());
    }

    private StagingTable staging() {
        return staging(buckets());
    }

    private StagingTable staging(BucketCount buckets) {
        Expiry expiry = new Expiry(aws.clock(), Duration.ofDays(config.expiryDays()));
        return new StagingTable(aws.table("STAGING_TABLE"), run.migrationId(), buckets, expiry);
    }
}
