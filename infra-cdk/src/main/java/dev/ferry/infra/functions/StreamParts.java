package dev.ferry.infra.functions;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.settings.Findings;
import dev.ferry.infra.settings.LogGroups;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import dev.ferry.local.cloud.Resources;
import dev.ferry.local.firehose.StreamDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.s3.Bucket;

/// The delivery streams.
///
/// @param names by the name that `resources.json` gives them; the same for ARNs
public record StreamParts(Map<String, String> names, Map<String, String> arns) {
    private static final String BY_DAY = "!{timestamp:yyyy-MM-dd}/";

    public StreamParts {
        names = Map.copyOf(names);
        arns = Map.copyOf(arns);
    }

    /// Makes them in a stack.
    public static StreamParts in(Stack stack, Settings settings, Resources resources, DataParts data) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> arns = new LinkedHashMap<>();
        for (StreamDescription described : resources.streams()) {
            Bucket bucket = data.buckets().get(described.bucket());
            if (bucket == null) {
                throw new IllegalArgumentException("resources.json has no bucket " + described.bucket());
            }
            CfnDeliveryStream stream = stream(stack, settings, described, new Destination(bucket, data));
            names.put(described.name(), settings.name(described.name()));
            arns.put(described.name(), stream.getAttrArn());
        }
        return new StreamParts(names, arns);
    }

    private record Destination(Bucket bucket, DataParts data) {}

    private static CfnDeliveryStream stream(
            Stack stack, Settings settings, StreamDescription described, Destination destination) {
        LogGroup logs = LogGroups.in(
                stack, settings, described.name() + "-stream-logs", "/aws/kinesisfirehose/", described.name());
        LogStream lines = LogStream.Builder.create(stack, described.name() + "-stream-log")
                .logGroup(logs)
                .logStreamName("delivery")
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role role = role(stack, described, destination, logs);
        CfnDeliveryStream stream = CfnDeliveryStream.Builder.create(stack, described.name() + "-stream")
                .deliveryStreamName(settings.name(described.name()))
                .deliveryStreamType("DirectPut")
                .deliveryStreamEncryptionConfigurationInput(
                        CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty.builder()
                                .keyType("AWS_OWNED_CMK")
                                .build())
                .extendedS3DestinationConfiguration(delivery(described, destination, new Log(logs, lines), role))
                .build();
        stream.getNode().addDependency(role);
        return stream;
    }

    private record Log(LogGroup group, LogStream lines) {}

    private static CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty delivery(
            StreamDescription described, Destination destination, Log log, Role role) {
        return CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty.builder()
                .bucketArn(destination.bucket().getBucketArn())
                .roleArn(role.getRoleArn())
                .prefix(described.prefix() + BY_DAY)
                .errorOutputPrefix("undelivered/" + described.name() + "/!{firehose:error-output-type}/")
                .fileExtension(described.extension())
                .compressionFormat("GZIP")
                .bufferingHints(CfnDeliveryStream.BufferingHintsProperty.builder()
                        .sizeInMBs(described.buffer().megabytes())
                        .intervalInSeconds((int) described.buffer().time().toSeconds())
                        .build())
                .cloudWatchLoggingOptions(CfnDeliveryStream.CloudWatchLoggingOptionsProperty.builder()
                        .enabled(true)
                        .logGroupName(log.group().getLogGroupName())
                        .logStreamName(log.lines().getLogStreamName())
                        .build())
                .build();
    }

    private static Role role(Stack stack, StreamDescription described, Destination destination, LogGroup logs) {
        String bucket = destination.bucket().getBucketArn();
        Role role = Role.Builder.create(stack, described.name() + "-stream-role")
                .assumedBy(new ServicePrincipal("firehose.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "deliver",
                        PolicyDocument.Builder.create()
                                .statements(List.of(
                                        allow(
                                                List.of("s3:PutObject", "s3:AbortMultipartUpload"),
                                                bucket + "/" + described.prefix() + "*"),
                                        allow(
                                                List.of("s3:PutObject"),
                                                bucket + "/undelivered/" + described.name() + "/*"),
                                        allow(
                                                List.of(
                                                        "s3:GetBucketLocation",
                                                        "s3:ListBucket",
                                                        "s3:ListBucketMultipartUploads"),
                                                bucket),
                                        allow(
                                                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                                                destination.data().key().getKeyArn()),
                                        allow(List.of("logs:PutLogEvents"), logs.getLogGroupArn())))
                                .build()))
                .build();
        Findings.accept(role, "AwsSolutions-IAM5", "Firehose names the objects that it delivers, below one prefix.");
        return role;
    }

    private static PolicyStatement allow(List<String> actions, String resource) {
        return Statements.allow(actions, List.of(resource));
    }
}
