package dev.ferry.infra.machines;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.functions.FunctionParts.Published;
import dev.ferry.infra.functions.MachineArns;
import dev.ferry.infra.functions.QueueParts;
import dev.ferry.infra.settings.Description;
import dev.ferry.infra.settings.LogGroups;
import dev.ferry.infra.settings.Placeholder;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineVersion;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;

/// The machines of `statemachines/`, those that are called before those that call them.
public final class MachineParts {
    private static final String ALIAS = "live";

    private final Stack stack;
    private final Settings settings;
    private final DataParts data;
    private final Map<String, String> names;
    private final Map<String, String> arns;
    private final Map<String, StateMachine> machines = new LinkedHashMap<>();

    private MachineParts(Stack stack, Settings settings, Surroundings surroundings) {
        this.stack = stack;
        this.settings = settings;
        this.data = surroundings.data();
        this.names = surroundings.substitutions(settings);
        this.arns = surroundings.arns();
    }

    /// What machines call.
    public record Surroundings(DataParts data, QueueParts queues, Map<String, Published> functions) {
        public Surroundings {
            functions = Map.copyOf(functions);
        }

        private Map<String, String> substitutions(Settings settings) {
            Map<String, String> names = new HashMap<>(settings.parameters());
            functions.forEach((name, function) -> names.put(Placeholder.word(name) + "Arn", function.versionArn()));
            queues.queues().forEach((name, queue) -> {
                names.put(Placeholder.word(name) + "QueueUrl", queue.getQueueUrl());
                names.put(Placeholder.word(name) + "QueueArn", queue.getQueueArn());
            });
            data.buckets()
                    .forEach((name, bucket) -> names.put(Placeholder.word(name) + "Bucket", bucket.getBucketName()));
            data.tables().forEach((name, table) -> names.put(Placeholder.word(name) + "Table", table.getTableName()));
            return names;
        }

        private Map<String, String> arns() {
            Map<String, String> arns = new HashMap<>();
            functions.forEach((name, function) ->
                    arns.put(Placeholder.word(name) + "Arn", function.function().getFunctionArn()));
            queues.queues()
                    .forEach((name, queue) -> arns.put(Placeholder.word(name) + "QueueArn", queue.getQueueArn()));
            return arns;
        }
    }

    /// Makes them in a stack.
    ///
    /// @return by the name of their file
    public static Map<String, StateMachine> in(
            Stack stack, Settings settings, Description description, Surroundings surroundings) {
        MachineParts parts = new MachineParts(stack, settings, surroundings);
        List<MachineFile> files =
                description.machines().stream().map(MachineFile::read).toList();
        calledFirst(files).forEach(parts::add);
        return Map.copyOf(parts.machines);
    }

    /// The ARNs that functions are allowed on. They are put together: functions need them before the machines are.
    public static MachineArns known(Stack stack, Settings settings, Description description, DataParts data) {
        MachineRole role = new MachineRole(stack, settings, data, Map.of());
        List<MachineFile> files =
                description.machines().stream().map(MachineFile::read).toList();
        return new MachineArns(
                files.stream()
                        .filter(MachineFile::waitsForTokens)
                        .map(machine -> role.named(machine.name()))
                        .toList(),
                files.stream()
                        .map(MachineFile::name)
                        .flatMap(name -> Stream.of(role.executionsOf(name), role.executionsOf(name + "/*")))
                        .toList(),
                files.stream().map(machine -> role.mapRunsOf(machine.name())).toList());
    }

    private void add(MachineFile file) {
        LogGroup logs =
                LogGroups.in(stack, settings, file.name() + "-machine-logs", "/aws/vendedlogs/states/", file.name());
        Map<String, String> substitutions = new HashMap<>();
        file.placeholders().forEach(name -> substitutions.put(name, substitution(file, name)));
        StateMachine machine = StateMachine.Builder.create(stack, file.name() + "-machine")
                .stateMachineName(settings.name(file.name()))
                .stateMachineType(StateMachineType.STANDARD)
                .definitionBody(DefinitionBody.fromFile(file.file().toString()))
                .definitionSubstitutions(substitutions)
                .role(role(file))
                .logs(LogOptions.builder()
                        .destination(logs)
                        .level(LogLevel.ALL)
                        .includeExecutionData(false)
                        .build())
                .tracingEnabled(true)
                .build();
        machines.put(file.name(), machine);
        publish(file.name(), machine);
    }

    // Complete as it is: the library would add a policy of its own beside it for logs and traces.
    private IRole role(MachineFile file) {
        PolicyDocument policy = PolicyDocument.Builder.create()
                .statements(new MachineRole(stack, settings, data, arns).statements(file.name(), MachineNeeds.of(file)))
                .build();
        Role role = Role.Builder.create(stack, file.name() + "-machine-role")
                .assumedBy(new ServicePrincipal("states.amazonaws.com"))
                .inlinePolicies(Map.of("work", policy))
                .build();
        Statements.acceptWildcards(
                role,
                "X-Ray and the delivery of logs know no resources.",
                "A run that is on calls older versions of functions, and executions and results have no names before"
                        + " a run.");
        return role.withoutPolicyUpdates();
    }

    // A version for every change, and none is deleted: executions that are on name them.
    private void publish(String name, StateMachine machine) {
        CfnStateMachineVersion version = CfnStateMachineVersion.Builder.create(stack, name + "-machine-version")
                .stateMachineArn(machine.getStateMachineArn())
                .stateMachineRevisionId(machine.getStateMachineRevisionId())
                .build();
        version.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.RETAIN);
        version.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.RETAIN);
        names.put(name + "Arn", version.getRef());
        CfnStateMachineAlias.Builder.create(stack, name + "-machine-live")
                .name(ALIAS)
                .routingConfiguration(List.of(CfnStateMachineAlias.RoutingConfigurationVersionProperty.builder()
                        .stateMachineVersionArn(version.getRef())
                        .weight(100)
                        .build()))
                .build();
    }

    private String substitution(MachineFile file, String placeholder) {
        String value = names.get(placeholder);
        if (value == null) {
            throw new IllegalArgumentException("%s.asl.json uses ${%s}, which nothing in the deployment is named"
                    .formatted(file.name(), placeholder));
        }
        return value;
    }

    private static List<MachineFile> calledFirst(List<MachineFile> files) {
        List<MachineFile> ordered = new ArrayList<>();
        List<MachineFile> left = new ArrayList<>(files);
        while (!left.isEmpty()) {
            List<String> waiting =
                    left.stream().map(file -> file.name() + "Arn").toList();
            List<MachineFile> ready = left.stream()
                    .filter(file -> MachineNeeds.of(file).others().stream().noneMatch(waiting::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("machines call each other in a circle: " + waiting);
            }
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return ordered;
    }
}
