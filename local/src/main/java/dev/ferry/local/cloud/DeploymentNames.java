package dev.ferry.local.cloud;

import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.lambda.Deployment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How the parts of a deployment are called in placeholders: `${<Function>Arn}`, `${<machine>Arn}`,
/// `${<Bucket>Bucket}`, `${<Table>Table}`, `${<Queue>QueueUrl}`, `${<Queue>QueueArn}`,
/// `${<Stream>Stream}`.
///
/// Names are used as they are and, so that `load-batch` can be written `LoadBatch`, with each word capitalised.
final class DeploymentNames {

    private static final Pattern WORD_START = Pattern.compile("(?:^|[-_])([a-zA-Z0-9])");

    private final Map<String, String> values = new HashMap<>();

    DeploymentNames functions(Deployment deployment) {
        deployment.functions().forEach(function -> add(function.name(), "Arn", function.arn()));
        return this;
    }

    DeploymentNames machines(Collection<String> machines) {
        machines.forEach(machine -> add(machine, "Arn", LocalAccount.arn("states", "stateMachine:" + machine)));
        return this;
    }

    DeploymentNames resources(Resources resources) {
        resources.buckets().forEach(bucket -> add(bucket, "Bucket", bucket));
        resources.tables().forEach(table -> add(table.name(), "Table", table.name()));
        resources.streams().forEach(stream -> add(stream.name(), "Stream", stream.name()));
        return this;
    }

    DeploymentNames queues(Map<String, String> urls) {
        urls.forEach((queue, url) -> {
            add(queue, "QueueUrl", url);
            add(queue, "QueueArn", LocalAccount.arn("sqs", queue));
        });
        return this;
    }

    DeploymentNames parameters(Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(name, "", value));
        return this;
    }

    Placeholders placeholders() {
        return new Placeholders(values);
    }

    private void add(String name, String kind, String value) {
        put(name + kind, value);
        put(capitalised(name) + kind, value);
    }

    private void put(String placeholder, String value) {
        var other = values.putIfAbsent(placeholder, value);
        if (other != null && !other.equals(value)) {
            throw new IllegalArgumentException(
                    "${%s} could be %s or %s; rename one of them".formatted(placeholder, other, value));
        }
    }

    private static String capitalised(String name) {
        return WORD_START.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
