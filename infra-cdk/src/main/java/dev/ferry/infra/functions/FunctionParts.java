package dev.ferry.infra.functions;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.LogGroups;
import dev.ferry.infra.settings.Placeholder;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import dev.ferry.local.cloud.Placeholders;
import dev.ferry.local.lambda.FunctionDescription;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;

/// The functions of `functions.json`.
public final class FunctionParts {
    private static final String ALIAS = "live";
    private static final List<String> TRACES = List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private final Stack stack;
    private final Settings settings;
    private final Description description;
    private final Surroundings surroundings;
    private final Code code;
    private final Map<String, Published> functions = new LinkedHashMap<>();

    private FunctionParts(Stack stack, Settings settings, Description description, Surroundings surroundings) {
        this.stack = stack;
        this.settings = settings;
        this.description = description;
        this.surroundings = surroundings;
        this.code = Code.fromAsset(description.artifact().toString());
    }

    /// What functions work with.
    public record Surroundings(DataParts data, QueueParts queues, StreamParts streams, MachineArns machines) {}

    /// A function.
    ///
    /// @param versionArn of the code of this deployment
    public record Published(FunctionDescription described, Function function, Alias alias, String versionArn) {}

    /// Makes them in a stack.
    ///
    /// @return by the name that `functions.json` gives them
    public static Map<String, Published> in(
            Stack stack, Settings settings, Description description, Surroundings surroundings) {
        FunctionParts parts = new FunctionParts(stack, settings, description, surroundings);
        description.deployment().functions().forEach(parts::add);
        return Map.copyOf(parts.functions);
    }

    private void add(FunctionDescription described) {
        String name = settings.name(described.name());
        LogGroup logs = LogGroups.in(stack, settings, described.name() + "-logs", "/aws/lambda/", described.name());
        Function.Builder builder = Function.Builder.create(stack, described.name())
                .functionName(name)
                .description(described.description())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(described.handler())
                .code(code)
                .memorySize(described.sizing().memoryMb())
                .timeout(Duration.seconds(described.sizing().timeout().toSeconds()))
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .tracing(Tracing.ACTIVE)
                .logGroup(logs)
                .environment(environment(described))
                .role(role(described, logs))
                .currentVersionOptions(VersionOptions.builder()
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build());
        described.sizing().reservedConcurrency().ifPresent(builder::reservedConcurrentExecutions);
        Function function = builder.build();
        Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
        Alias alias = Alias.Builder.create(stack, described.name() + "-live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
        described.eventSources().forEach(source -> mapping(described, alias, source));
        functions.put(
                described.name(),
                new Published(
                        described, function, alias, function.getCurrentVersion().getFunctionArn()));
    }

    private Map<String, String> environment(FunctionDescription described) {
        Map<String, String> names = new HashMap<>();
        surroundings
                .data()
                .buckets()
                .forEach((name, bucket) -> names.put(Placeholder.word(name) + "Bucket", bucket.getBucketName()));
        surroundings
                .data()
                .tables()
                .forEach((name, table) -> names.put(Placeholder.word(name) + "Table", table.getTableName()));
        surroundings
                .queues()
                .queues()
                .forEach((name, queue) -> names.put(Placeholder.word(name) + "QueueUrl", queue.getQueueUrl()));
        surroundings.streams().names().forEach((name, stream) -> names.put(Placeholder.word(name) + "Stream", stream));
        names.putAll(settings.parameters());
        Placeholders placeholders = new Placeholders(names);
        Map<String, String> environment = new HashMap<>();
        described
                .environment()
                .forEach((name, value) ->
                        environment.put(name, placeholders.substitute(value, "functions.json, variable " + name)));
        return environment;
    }

    // Complete as it is: the library would add a policy of its own beside it for what it thinks is needed.
    private IRole role(FunctionDescription described, LogGroup logs) {
        PolicyDocument policy = PolicyDocument.Builder.create()
                .statements(new Allowed(
                                stack,
                                settings,
                                surroundings.data(),
                                surroundings.streams().arns(),
                                surroundings.machines())
                        .statements(description.role(described.name())))
                .build();
        policy.addStatements(
                Statements.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logs.getLogGroupArn())));
        policy.addStatements(Statements.traces(TRACES));
        described
                .eventSources()
                .forEach(source -> policy.addStatements(Statements.allow(
                        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
                        List.of(surroundings.queues().arn(source.queue())))));
        Role role = Role.Builder.create(stack, described.name() + "-role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of("work", policy))
                .build();
        Statements.acceptWildcards(
                role,
                "X-Ray knows no resources.",
                "Objects of Ferry's bucket and of the exports have no names before a run, Secrets Manager adds six"
                        + " characters to a name, and log streams are made by Lambda.");
        return role.withoutPolicyUpdates();
    }

    // CloudFormation's own construct: the other one grants more than the poller needs.
    private void mapping(FunctionDescription described, Alias alias, FunctionDescription.EventSource source) {
        CfnEventSourceMapping.Builder.create(stack, described.name() + "-from-" + source.queue())
                .eventSourceArn(surroundings.queues().arn(source.queue()))
                .functionName(alias.getFunctionArn())
                .batchSize(source.batchSize())
                .maximumBatchingWindowInSeconds((int) source.window().toSeconds())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(CfnEventSourceMapping.ScalingConfigProperty.builder()
                        .maximumConcurrency(source.maximumConcurrency())
                        .build())
                .build();
    }
}
