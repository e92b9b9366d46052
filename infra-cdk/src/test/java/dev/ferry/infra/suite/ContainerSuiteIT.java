package dev.ferry.infra.suite;

import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.infra.TemplatesForSuite;
import dev.ferry.local.salesforce.SalesforceSimulator;
import dev.ferry.local.salesforce.SalesforceSimulatorSettings;
import dev.ferry.local.sample.SampleExport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.s3.S3Client;

/// The whole suite against a container: the image that `-Dferry.container.image` names, or the last LocalStack that
/// starts without a token. Skipped where there is no Docker.
class ContainerSuiteIT {
    private static final String IMAGE = System.getProperty("ferry.container.image", "localstack/localstack:4.14.0");
    private static final int CONVERSATIONS = 20;

    // What functions in containers of their own call the machine that the test runs on.
    private static final String HOST = System.getProperty("ferry.container.host", "host.testcontainers.internal");

    @TempDir
    Path directory;

    @Test
    void deploysTheTemplatesAsTheyAreAndMigratesASample() throws IOException {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "SKIPPED: the container suite needs Docker, and none answers here");
        Path export = directory.resolve("export");
        SampleExports.write(export, CONVERSATIONS);
        SalesforceSimulatorSettings settings =
                SalesforceSimulatorSettings.in(directory.resolve("org"), Clock.systemUTC());
        try (SalesforceSimulator org = SalesforceSimulator.start(settings);
                LocalStackContainer container = container(org.endpoint().getPort())) {
            container.start();
            Session session = session(container.getEndpoint());
            Path assembly = TemplatesForSuite.assembly();
            Map<String, String> data = deploy(session, container.getEndpoint(), assembly);
            String environment = TemplatesForSuite.environment();
            Migration migration = new Migration(
                    session,
                    new Migration.Names(
                            data.getOrDefault("WorkBucketName", ""),
                            TemplatesForSuite.sourceBucket(),
                            "arn:aws:states:%s:%s:stateMachine:ferry-%s-migration"
                                    .formatted(Session.REGION, Session.ACCOUNT, environment)));
            migration.storeSecret("{\"flow\":\"client_credentials\",\"consumerKey\":\"%s\",\"consumerSecret\":\"%s\"}"
                    .formatted(
                            settings.credentials().consumerKey(),
                            settings.credentials().consumerSecret()));
            migration.uploadExport(export);
            String execution = migration.start(
                    SampleExport.COMPANY,
                    "http://%s:%d".formatted(HOST, org.endpoint().getPort()));
            migration.awaitSuccess(execution);
            migration.assertBooks();
        }
    }

    private static Map<String, String> deploy(Session session, URI endpoint, Path assembly) throws IOException {
        try (S3Client s3 = session.s3();
                var client = session.stacks()) {
            new Assets(assembly).upload(s3);
            Stacks stacks = new Stacks(client, endpoint.toString());
            String prefix = "ferry-" + TemplatesForSuite.environment();
            Map<String, String> data = stacks.create(prefix + "-data", assembly);
            stacks.create(prefix + "-functions", assembly);
            stacks.create(prefix + "-watch", assembly);
            return data;
        }
    }

    private static Session session(URI endpoint) {
        return new Session(Map.of(
                "s3", endpoint,
                "secretsmanager", endpoint,
                "stepfunctions", endpoint,
                "cloudformation", endpoint));
    }

    private static LocalStackContainer container(int port) {
        Testcontainers.exposeHostPorts(port);
        return new LocalStackContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"))
                .withAccessToHost(true)
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "120");
    }
}
