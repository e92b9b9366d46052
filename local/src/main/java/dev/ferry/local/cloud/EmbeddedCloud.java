package dev.ferry.local.cloud;

import dev.ferry.local.dynamodb.DynamoDbEngine;
import dev.ferry.local.dynamodb.Tables;
import dev.ferry.local.endpoint.LocalAccount;
import dev.ferry.local.endpoint.Shutdown;
import dev.ferry.local.firehose.FirehoseEngine;
import dev.ferry.local.httpapi.HttpApi;
import dev.ferry.local.httpapi.Route;
import dev.ferry.local.lambda.FunctionLogs;
import dev.ferry.local.lambda.LambdaEndpoint;
import dev.ferry.local.lambda.LambdaHost;
import dev.ferry.local.lambda.LambdaHostSettings;
import dev.ferry.local.lambda.SqsEventSource;
import dev.ferry.local.metrics.MetricStore;
import dev.ferry.local.s3.S3Engine;
import dev.ferry.local.secrets.SecretsEngine;
import dev.ferry.local.sqs.Queues;
import dev.ferry.local.sqs.SqsEngine;
import dev.ferry.local.stepfunctions.S3ObjectStore;
import dev.ferry.local.stepfunctions.SqsQueueSender;
import dev.ferry.local.stepfunctions.StatusRule;
import dev.ferry.local.stepfunctions.StepFunctionsServer;
import dev.ferry.local.stepfunctions.StepFunctionsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Everything that the product needs of an AWS account, running in this process.
///
/// It takes over the process's standard output, its logging configuration and the system properties
/// `ferry.env.*` and `http.maxConnections`, so there is one in a JVM at a time.
///
/// *Threading*: safe for concurrent use once started.
public final class EmbeddedCloud implements AutoCloseable {

    /// The parameter with the name in the certificate of those who call from outside.
    private static final String CALLER = "EventsClientSubject";

    private static final int KEPT_CONNECTIONS = 200;

    private final EmbeddedCloudSettings settings;
    private final Shutdown shutdown = new Shutdown();
    private final MetricStore metrics = new MetricStore();
    private final Map<String, URI> endpoints = new HashMap<>();

    private EmbeddedCloud(EmbeddedCloudSettings settings) {
        this.settings = settings;
    }

    /// Starts all of it and returns when every endpoint answers.
    ///
    /// *Errors*: [WorkDirectoryInUseException], [dev.ferry.local.endpoint.PortTakenException], and
    /// `IllegalArgumentException` for a deployment that does not hold together. Nothing keeps running after an
    /// error.
    public static EmbeddedCloud start(EmbeddedCloudSettings settings) {
        var cloud = new EmbeddedCloud(settings);
        try {
            cloud.start();
            return cloud;
        } catch (RuntimeException e) {
            cloud.shutdown.afterFailure(e);
            throw e;
        }
    }

    /// Where each service listens.
    public CloudEndpoints endpoints() {
        return new CloudEndpoints(ProcessHandle.current().pid(), endpoints);
    }

    /// What the functions measured since the start.
    public MetricStore metrics() {
        return metrics;
    }

    @Override
    public void close() {
        shutdown.close();
    }

    private void start() {
        // One JVM plays many environments, each of which would keep a connection of its own; the JDK keeps five for
        // all of them. It reads this once.
        if (System.getProperty("http.maxConnections") == null) {
            System.setProperty("http.maxConnections", Integer.toString(KEPT_CONNECTIONS));
        }
        var work = settings.workDirectory();
        shutdown.add(WorkDirectoryLock.take(work));
        var logs = shutdown.add(FunctionLogs.open(work.resolve("logs"), metrics::accept));
        EngineLogs.open(work.resolve("logs"), logs);
        var queueUrls = startEngines(work);
        var machines = settings.stateMachines().map(StateMachines::of).orElseGet(() -> new StateMachines(Map.of()));
        var names = names(queueUrls, machines);
        shutdown.add(FunctionVariables.set(variables(names)));
        var host = shutdown.add(new LambdaHost(settings.deployment(), hostSettings(logs)));
        var lambda = shutdown.add(LambdaEndpoint.start(host, settings.ports().lambda()));
        endpoints.put("lambda", lambda.endpoint());
        startStateMachines(host, machines, names, queueUrls);
        startHttpApi(host);
        endpoints().write(work);
        shutdown.add(() -> CloudEndpoints.delete(work));
        startEventSources(host, queueUrls);
    }

    private Map<String, String> startEngines(Path work) {
        var ports = settings.ports();
        try (var starting = new ParallelStart()) {
            var dynamoDb = starting.start(() -> startDynamoDb(work));
            var sqs = starting.start(() -> startSqs(work));
            var s3 = starting.start(() -> shutdown.add(
                    S3Engine.start(work.resolve("s3"), settings.resources().buckets(), settings.views(), ports.s3())));
            var secrets = starting.start(() -> shutdown.add(SecretsEngine.start(
                    work.resolve("secrets"), ports.secretsManager(), settings.clock(), EmbeddedCloud::freshId)));
            endpoints.put("dynamodb", starting.await(dynamoDb).endpoint());
            endpoints.put("s3", starting.await(s3).endpoint());
            endpoints.put("secretsmanager", starting.await(secrets).endpoint());
            var queues = starting.await(sqs);
            endpoints.put("sqs", queues.engine().endpoint());
            endpoints.put("firehose", startFirehose(work).endpoint());
            return queues.urls();
        }
    }

    private DynamoDbEngine startDynamoDb(Path work) {
        var engine = shutdown.add(
                DynamoDbEngine.start(work.resolve("dynamodb"), settings.ports().dynamoDb()));
        try (var client = CloudClients.dynamoDb(engine.endpoint())) {
            new Tables(client).create(settings.resources().tables());
        }
        return engine;
    }

    private FirehoseEngine startFirehose(Path work) {
        var s3 = shutdown.add(CloudClients.s3(endpoints().of("s3")));
        return shutdown.add(FirehoseEngine.start(new FirehoseEngine.Settings(
                settings.resources().streams(),
                work.resolve("firehose"),
                (bucket, key, content) ->
                        s3.putObject(request -> request.bucket(bucket).key(key), content),
                settings.clock(),
                EmbeddedCloud::freshId,
                settings.ports().firehose())));
    }

    private void startHttpApi(LambdaHost host) {
        var routes = settings.deployment().functions().stream()
                .flatMap(function -> function.routes().stream().map(route -> new Route(route, function.name())))
                .toList();
        var subject = settings.parameters().getOrDefault(CALLER, "CN=localhost");
        var api = shutdown.add(HttpApi.start(
                settings.ports().httpApi(),
                new HttpApi.Settings(routes, subject, host, settings.clock(), EmbeddedCloud::freshId)));
        endpoints.put("httpapi", api.endpoint());
    }

    private RunningQueues startSqs(Path work) {
        var engine = shutdown.add(
                SqsEngine.start(work.resolve("sqs"), settings.ports().sqs()));
        try (var client = CloudClients.sqs(engine.endpoint())) {
            return new RunningQueues(
                    engine, new Queues(client).create(settings.resources().queues()));
        }
    }

    private record RunningQueues(SqsEngine engine, Map<String, String> urls) {}

    private void startStateMachines(
            LambdaHost host, StateMachines machines, Placeholders names, Map<String, String> queueUrls) {
        var s3 = shutdown.add(CloudClients.s3(endpoints().of("s3")));
        var sqs = shutdown.add(CloudClients.sqs(endpoints().of("sqs")));
        try {
            var server = shutdown.add(StepFunctionsServer.start(
                    new StepFunctionsSettings(
                            settings.ports().stepFunctions().number(),
                            settings.workDirectory().resolve("stepfunctions"),
                            LocalAccount.ACCOUNT_ID,
                            LocalAccount.REGION,
                            rules(queueUrls)),
                    host,
                    new S3ObjectStore(s3),
                    new SqsQueueSender(sqs),
                    settings.clock()));
            machines.deploy(server.api(), names);
            endpoints.put("stepfunctions", server.endpoint());
            shutdown.add(FunctionVariables.set(
                    Map.of("AWS_ENDPOINT_URL_SFN", server.endpoint().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("the state machine service does not start: " + e.getMessage(), e);
        }
    }

    private List<StatusRule> rules(Map<String, String> queueUrls) {
        return settings.resources().rules().stream()
                .map(rule -> rule.to(queueUrls.getOrDefault(rule.queue(), rule.queue())))
                .toList();
    }

    private Placeholders names(Map<String, String> queueUrls, StateMachines machines) {
        return new DeploymentNames()
                .functions(settings.deployment())
                .machines(machines.definitions().keySet())
                .resources(settings.resources())
                .queues(queueUrls)
                .parameters(settings.parameters())
                .placeholders();
    }

    private Map<String, String> variables(Placeholders names) {
        var variables = new HashMap<String, String>();
        settings.deployment()
                .environment()
                .forEach((name, value) ->
                        variables.put(name, names.substitute(value, "functions.json, variable " + name)));
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", endpoints().of("dynamodb").toString());
        variables.put("AWS_ENDPOINT_URL_SQS", endpoints().of("sqs").toString());
        variables.put("AWS_ENDPOINT_URL_S3", endpoints().of("s3").toString());
        variables.put("AWS_ENDPOINT_URL_FIREHOSE", endpoints().of("firehose").toString());
        variables.put(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER",
                endpoints().of("secretsmanager").toString());
        return variables;
    }

    private LambdaHostSettings hostSettings(FunctionLogs logs) {
        return new LambdaHostSettings(
                settings.accountConcurrency(),
                Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                        .orElseGet(EmbeddedCloud.class::getClassLoader),
                logs,
                settings.clock(),
                EmbeddedCloud::freshId);
    }

    private void startEventSources(LambdaHost host, Map<String, String> queueUrls) {
        var sqs = shutdown.add(CloudClients.sqs(endpoints().of("sqs")));
        var connections = new SqsEventSource.Connections(sqs, host, queueUrls::get, settings.clock());
        for (var function : settings.deployment().functions()) {
            for (var source : function.eventSources()) {
                shutdown.add(SqsEventSource.start(function.name(), source, connections));
            }
        }
    }

    private static String freshId() {
        return UUID.randomUUID().toString();
    }
}
