package dev.ferry.local.cloud;

import dev.ferry.local.lambda.Deployment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What an [EmbeddedCloud] is made of.
///
/// @param workDirectory everything that outlives the process is in it
/// @param deployment the functions
/// @param resources the tables, buckets and queues
/// @param stateMachines a directory of `<machine>.asl.json` files
/// @param views directories anywhere on disk, by the bucket name under which they can be read
/// @param parameters values of placeholders that are neither a function, a machine nor a resource
/// @param accountConcurrency the most invocations at once
public record EmbeddedCloudSettings(
        Path workDirectory,
        CloudPorts ports,
        Deployment deployment,
        Resources resources,
        Optional<Path> stateMachines,
        Map<String, Path> views,
        Map<String, String> parameters,
        int accountConcurrency,
        Clock clock) {

    /// AWS's default. What one machine can do at once is bounded by its processors anyway.
    private static final int DEFAULT_CONCURRENCY = 1_000;

    public EmbeddedCloudSettings {
        Objects.requireNonNull(workDirectory);
        Objects.requireNonNull(ports);
        Objects.requireNonNull(deployment);
        Objects.requireNonNull(resources);
        Objects.requireNonNull(stateMachines);
        Objects.requireNonNull(clock);
        views = Map.copyOf(views);
        parameters = Map.copyOf(parameters);
        var shared =
                views.keySet().stream().filter(resources.buckets()::contains).toList();
        if (!shared.isEmpty()) {
            throw new IllegalArgumentException("A read-only bucket is named like one of the deployment: " + shared);
        }
    }

    /// Nothing but the engines, on free ports.
    public static EmbeddedCloudSettings of(Path workDirectory, Clock clock) {
        return new EmbeddedCloudSettings(
                workDirectory,
                CloudPorts.free(),
                new Deployment(List.of()),
                Resources.none(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                DEFAULT_CONCURRENCY,
                clock);
    }

    /// The same with other ports.
    public EmbeddedCloudSettings withPorts(CloudPorts other) {
        return new EmbeddedCloudSettings(
                workDirectory,
                other,
                deployment,
                resources,
                stateMachines,
                views,
                parameters,
                accountConcurrency,
                clock);
    }

    /// The same with functions, resources and the directory of state machines.
    public EmbeddedCloudSettings deploying(Deployment functions, Resources data, Path machines) {
        return new EmbeddedCloudSettings(
                workDirectory,
                ports,
                functions,
                data,
                Optional.of(machines),
                views,
                parameters,
                accountConcurrency,
                clock);
    }

    /// The same with functions and resources, and no state machines.
    public EmbeddedCloudSettings deploying(Deployment functions, Resources data) {
        return new EmbeddedCloudSettings(
                workDirectory, ports, functions, data, stateMachines, views, parameters, accountConcurrency, clock);
    }

    /// The same with other read-only buckets.
    public EmbeddedCloudSettings withViews(Map<String, Path> other) {
        return new EmbeddedCloudSettings(
                workDirectory,
                ports,
                deployment,
                resources,
                stateMachines,
                other,
                parameters,
                accountConcurrency,
                clock);
    }

    /// The same with other parameters.
    public EmbeddedCloudSettings withParameters(Map<String, String> other) {
        return new EmbeddedCloudSettings(
                workDirectory, ports, deployment, resources, stateMachines, views, other, accountConcurrency, clock);
    }
}
