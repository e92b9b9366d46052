package dev.ferry.infra.functions;

import dev.ferry.infra.data.DataParts;
import dev.ferry.infra.settings.Settings;
import dev.ferry.infra.settings.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;

/// The statements of a function's role, from the actions that `roles.json` names.
///
/// A resource there is a table, bucket or stream of `resources.json`, `source` (the buckets of exports),
/// `sourceSecrets`, `targetSecrets`, `machines` (those that wait for tokens), `executions` or `mapRuns` (of all
/// machines). What an action needs of the key
/// follows from what the action does.
record Allowed(Stack stack, Settings settings, DataParts data, Map<String, String> streams, MachineArns machines) {
    private static final String LIST = "s3:ListBucket";
    private static final String PUT = "s3:PutObject";
    private static final String ABORT = "s3:AbortMultipartUpload";
    private static final List<String> OBJECT_READS = List.of("kms:Decrypt");
    private static final List<String> OBJECT_WRITES = List.of("kms:Decrypt", "kms:GenerateDataKey");
    private static final List<String> TABLE_READS = List.of("kms:Decrypt", "kms:DescribeKey");

    /// The statements for one role.
    List<PolicyStatement> statements(Map<String, List<String>> role) {
        List<PolicyStatement> statements = new ArrayList<>();
        new TreeMap<>(role).forEach((resource, actions) -> statements.addAll(on(resource, actions)));
        statements.addAll(keys(role));
        return List.copyOf(statements);
    }

    private List<PolicyStatement> on(String resource, List<String> actions) {
        Bucket bucket = data.buckets().get(resource);
        if (bucket != null) {
            return bucket(List.of(bucket.getBucketArn()), actions);
        }
        Table table = data.tables().get(resource);
        if (table != null) {
            return List.of(Statements.allow(actions, List.of(table.getTableArn())));
        }
        String stream = streams.get(resource);
        if (stream != null) {
            return List.of(Statements.allow(actions, List.of(stream)));
        }
        return switch (resource) {
            case "source" -> bucket(sources(), actions);
            case "sourceSecrets" -> secrets(settings.sourceSecrets(), actions);
            case "targetSecrets" -> secrets(settings.targetSecrets(), actions);
            case "machines" -> List.of(Statements.allow(actions, machines.waiting()));
            case "executions" -> List.of(Statements.allow(actions, machines.executions()));
            case "mapRuns" -> List.of(Statements.allow(actions, machines.mapRuns()));
            default -> throw new IllegalArgumentException("roles.json names " + resource + ", which nothing is called");
        };
    }

    private static List<PolicyStatement> bucket(List<String> arns, List<String> actions) {
        List<PolicyStatement> statements = new ArrayList<>();
        // Whoever writes a large object writes it in parts, and takes them back when it fails midway.
        List<String> objects = Stream.concat(
                        actions.stream().filter(action -> !action.equals(LIST)),
                        actions.contains(PUT) ? Stream.of(ABORT) : Stream.empty())
                .distinct()
                .toList();
        if (!arns.isEmpty() && actions.contains(LIST)) {
            statements.add(Statements.allow(List.of(LIST), arns));
        }
        if (!arns.isEmpty() && !objects.isEmpty()) {
            statements.add(Statements.allow(
                    objects, arns.stream().map(arn -> arn + "/*").toList()));
        }
        return statements;
    }

    private List<String> sources() {
        return settings.sourceBuckets().stream()
                .map(name -> "arn:%s:s3:::%s".formatted(stack.getPartition(), name))
                .toList();
    }

    private List<PolicyStatement> secrets(List<String> names, List<String> actions) {
        return names.isEmpty()
                ? List.of()
                : List.of(Statements.allow(
                        actions, names.stream().map(this::secret).toList()));
    }

    // Secrets Manager adds six characters to a name.
    private String secret(String name) {
        return "arn:%s:secretsmanager:%s:%s:secret:%s-??????"
                .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount(), name);
    }

    private List<PolicyStatement> keys(Map<String, List<String>> role) {
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> services = new TreeSet<>();
        role.forEach((resource, actions) -> {
            if (data.tables().containsKey(resource)) {
                own.addAll(TABLE_READS);
                services.add("dynamodb");
            } else if (data.buckets().containsKey(resource)) {
                actions.forEach(action -> own.addAll(ofObject(action)));
                services.add("s3");
            }
        });
        List<PolicyStatement> statements = new ArrayList<>();
        if (!own.isEmpty()) {
            statements.add(viaServices(List.copyOf(own), List.of(data.key().getKeyArn()), List.copyOf(services)));
        }
        if (role.containsKey("source") && !settings.sourceKeys().isEmpty()) {
            statements.add(viaServices(OBJECT_READS, settings.sourceKeys(), List.of("s3")));
        }
        return statements;
    }

    private static List<String> ofObject(String action) {
        return switch (action) {
            case "s3:GetObject" -> OBJECT_READS;
            case "s3:PutObject" -> OBJECT_WRITES;
            default -> List.of();
        };
    }

    private PolicyStatement viaServices(List<String> actions, List<String> keys, List<String> services) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(keys)
                .conditions(Map.of(
                        "StringEquals",
                        Map.of(
                                "kms:ViaService",
                                services.stream()
                                        .map(service ->
                                                "%s.%s.%s".formatted(service, stack.getRegion(), stack.getUrlSuffix()))
                                        .toList())))
                .build();
    }
}
