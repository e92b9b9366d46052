package dev.ferry.infra.data;

import dev.ferry.core.work.RunFiles;
import dev.ferry.infra.settings.Findings;
import dev.ferry.infra.settings.Settings;
import dev.ferry.local.cloud.Resources;
import dev.ferry.local.dynamodb.TableDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/// Key, buckets and tables.
///
/// @param buckets by the name that `resources.json` gives them; the same for tables
public record DataParts(Key key, Map<String, Bucket> buckets, Map<String, Table> tables) {
    private static final int UNFINISHED_UPLOAD_DAYS = 7;
    private static final int OLD_VERSION_DAYS = 30;
    private static final int ACCESS_LOG_DAYS = 90;

    public DataParts {
        buckets = Map.copyOf(buckets);
        tables = Map.copyOf(tables);
    }

    /// Makes them in a stack.
    public static DataParts in(Stack stack, Settings settings, Resources resources) {
        RemovalPolicy removal = settings.kept() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
        Key key = Key.Builder.create(stack, "Key")
                .description("Encrypts what Ferry keeps of the environment " + settings.environment())
                .enableKeyRotation(true)
                .removalPolicy(removal)
                .build();
        Bucket accessLogs = accessLogs(stack, removal);
        Map<String, Bucket> buckets = new LinkedHashMap<>();
        for (String name : resources.buckets()) {
            buckets.put(name, bucket(stack, name, new Kept(key, removal, settings.workDays()), accessLogs));
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        for (TableDescription table : resources.tables()) {
            tables.put(table.name(), table(stack, table, new Kept(key, removal, settings.workDays())));
        }
        output(stack, "Region", stack.getRegion());
        output(stack, "Account", stack.getAccount());
        return new DataParts(key, buckets, tables);
    }

    private record Kept(Key key, RemovalPolicy removal, int workDays) {}

    private static LifecycleRule everything() {
        return LifecycleRule.builder()
                .id("everything")
                .abortIncompleteMultipartUploadAfter(Duration.days(UNFINISHED_UPLOAD_DAYS))
                .noncurrentVersionExpiration(Duration.days(OLD_VERSION_DAYS))
                .expiredObjectDeleteMarker(true)
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.INTELLIGENT_TIERING)
                        .transitionAfter(Duration.days(OLD_VERSION_DAYS))
                        .build()))
                .build();
    }

    // What people wrote, in a form that can be made again: an old version of it is of no use, and goes at once.
    private static LifecycleRule workData(int days) {
        return LifecycleRule.builder()
                .id("work-data")
                .prefix(RunFiles.EXPIRING)
                .expiration(Duration.days(days))
                .noncurrentVersionExpiration(Duration.days(1))
                .build();
    }

    private static Bucket accessLogs(Stack stack, RemovalPolicy removal) {
        Bucket logs = Bucket.Builder.create(stack, "AccessLogs")
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(ACCESS_LOG_DAYS))
                        .build()))
                .removalPolicy(removal)
                .build();
        Findings.accept(logs, "AwsSolutions-S1", "This is the bucket that access logs go to.");
        return logs;
    }

    // Reports, books and what undoes a run are kept: customers sign them. Work data expire.
    private static Bucket bucket(Stack stack, String name, Kept kept, Bucket accessLogs) {
        Bucket bucket = Bucket.Builder.create(stack, capitalised(name) + "Bucket")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(kept.key())
                .bucketKeyEnabled(true)
                .versioned(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .serverAccessLogsBucket(accessLogs)
                .serverAccessLogsPrefix(name + "/")
                .lifecycleRules(List.of(everything(), workData(kept.workDays())))
                .removalPolicy(kept.removal())
                .build();
        output(stack, capitalised(name) + "BucketName", bucket.getBucketName());
        return bucket;
    }

    // What expires can be made again from the export, so it needs no recovery to a point in time.
    private static Table table(Stack stack, TableDescription described, Kept kept) {
        boolean expires = described.timeToLive().isPresent();
        Table.Builder builder = Table.Builder.create(stack, capitalised(described.name()) + "Table")
                .partitionKey(text(described.partitionKey()))
                .sortKey(text(described.sortKey()))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .encryption(TableEncryption.CUSTOMER_MANAGED)
                .encryptionKey(kept.key())
                .deletionProtection(kept.removal() == RemovalPolicy.RETAIN)
                .pointInTimeRecoverySpecification(PointInTimeRecoverySpecification.builder()
                        .pointInTimeRecoveryEnabled(!expires)
                        .build())
                .removalPolicy(kept.removal());
        described.timeToLive().ifPresent(builder::timeToLiveAttribute);
        Table table = builder.build();
        if (expires) {
            Findings.accept(
                    table,
                    "AwsSolutions-DDB3",
                    "Everything in it expires and can be made again from the export; recovery would cost more than that.");
        }
        output(stack, capitalised(described.name()) + "TableName", table.getTableName());
        return table;
    }

    // The command line makes its description of the cloud of these.
    private static void output(Stack stack, String name, String value) {
        CfnOutput.Builder.create(stack, name).value(value).build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
