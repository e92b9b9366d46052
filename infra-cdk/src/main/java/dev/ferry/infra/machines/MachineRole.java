package dev.ferry.infra.machines;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.settings.Placeholder;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;

/// The statements of a machine's role.
///
/// *Source*: Step Functions developer guide, IAM policies for integrated services and for distributed maps.
///
/// @param names the ARNs behind placeholders of functions and queues
record MachineRole(Stack stack, Settings settings, DataParts data, Map<String, String> names) {
    private static final List<String> LOGGING = List.of(
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    private static final List<String> TRACING = List.of(
            "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets");

    private static final String EXECUTIONS = "StepFunctionsGetEventsForStepFunctionsExecutionRule";

    List<PolicyStatement> statements(String machine, MachineNeeds needs) {
        return Stream.of(
                        calls(needs),
                        children(needs),
                        looks(needs),
                        messages(needs),
                        needs.maps() ? map(machine) : Stream.<PolicyStatement>empty(),
                        readers(needs),
                        writers(needs),
                        key(needs),
                        Stream.of(Statements.logDelivery(LOGGING), Statements.traces(TRACING)))
                .flatMap(statements -> statements)
                .toList();
    }

    // All versions: a run that is on calls the ones that it started with.
    private Stream<PolicyStatement> calls(MachineNeeds needs) {
        return some(
                List.of("lambda:InvokeFunction"),
                needs.functions().stream().map(function -> arn(function) + ":*").toList());
    }

    private Stream<PolicyStatement> children(MachineNeeds needs) {
        List<String> machines = needs.machines().stream()
                .map(MachineRole::machineOf)
                .map(this::named)
                .toList();
        List<String> executions = needs.machines().stream()
                .map(MachineRole::machineOf)
                .map(this::executionsOf)
                .toList();
        Stream<PolicyStatement> starts = Stream.concat(
                some(List.of("states:StartExecution"), machines),
                some(List.of("states:DescribeExecution", "states:StopExecution"), executions));
        // With .sync, Step Functions hears of the end of a child by a rule of its own.
        return machines.isEmpty()
                ? starts
                : Stream.concat(
                        starts,
                        some(
                                List.of("events:PutTargets", "events:PutRule", "events:DescribeRule"),
                                List.of("arn:%s:events:%s:%s:rule/%s"
                                        .formatted(
                                                stack.getPartition(),
                                                stack.getRegion(),
                                                stack.getAccount(),
                                                EXECUTIONS))));
    }

    private Stream<PolicyStatement> looks(MachineNeeds needs) {
        return some(
                List.of("states:DescribeExecution"),
                needs.watched().stream()
                        .map(MachineRole::machineOf)
                        .map(this::executionsOf)
                        .toList());
    }

    private Stream<PolicyStatement> messages(MachineNeeds needs) {
        return some(
                List.of("sqs:SendMessage"),
                needs.queues().stream()
                        .map(queue -> arn(queue.replaceFirst("Url$", "Arn")))
                        .toList());
    }

    private Stream<PolicyStatement> map(String machine) {
        return Stream.concat(
                some(List.of("states:StartExecution"), List.of(named(machine))),
                some(
                        List.of("states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"),
                        List.of(executionsOf(machine), executionsOf(machine + "/*"))));
    }

    private Stream<PolicyStatement> readers(MachineNeeds needs) {
        return some(List.of("s3:GetObject"), objects(needs.readBuckets()));
    }

    private Stream<PolicyStatement> writers(MachineNeeds needs) {
        return some(
                List.of("s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload"),
                objects(needs.writtenBuckets()));
    }

    private Stream<PolicyStatement> key(MachineNeeds needs) {
        List<String> actions = new ArrayList<>();
        if (!needs.readBuckets().isEmpty() || !needs.writtenBuckets().isEmpty()) {
            actions.add("kms:Decrypt");
        }
        if (!needs.writtenBuckets().isEmpty()) {
            actions.add("kms:GenerateDataKey");
        }
        return actions.isEmpty()
                ? Stream.empty()
                : some(List.copyOf(actions), List.of(data.key().getKeyArn()));
    }

    private List<String> objects(Collection<String> placeholders) {
        return placeholders.stream()
                .map(placeholder -> data.buckets().entrySet().stream()
                        .filter(bucket -> placeholder.equals(Placeholder.word(bucket.getKey()) + "Bucket"))
                        .map(Map.Entry::getValue)
                        .map(Bucket::getBucketArn)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no bucket is called " + placeholder)))
                .map(arn -> arn + "/*")
                .toList();
    }

    private String arn(String placeholder) {
        return Optional.ofNullable(names.get(placeholder))
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + placeholder));
    }

    /// The ARN of a machine. It is put together, since a machine's role is made before the machine.
    String named(String machine) {
        return "arn:%s:states:%s:%s:stateMachine:%s"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), settings.name(machine));
    }

    /// The ARNs of the map runs of a machine.
    String mapRunsOf(String machine) {
        return "arn:%s:states:%s:%s:mapRun:%s/*"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), settings.name(machine));
    }

    /// The ARNs of the executions of a machine, or of the children of its maps: `machine/*`.
    String executionsOf(String machine) {
        return "arn:%s:states:%s:%s:execution:%s:*"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), settings.name(machine));
    }

    private static String machineOf(String placeholder) {
        return placeholder.substring(0, placeholder.length() - "Arn".length());
    }

    private static Stream<PolicyStatement> some(List<String> actions, List<String> resources) {
        return resources.isEmpty() ? Stream.empty() : Stream.of(Statements.allow(actions, resources));
    }
}
