package dev.ferry.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.local.lambda.LambdaInvoker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;

/// The server over HTTP, with other people's clients.
class StepFunctionsServerIT {

    private static final String ROLE = "arn:aws:iam::000000000000:role/any";
    private static final String PASS =
            "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"Result\":{\"ok\":true},\"End\":true}}}";

    private static StepFunctionsServer start(Path directory, int port) throws IOException {
        return StepFunctionsServer.start(
                new StepFunctionsSettings(port, directory, "000000000000", "us-east-1"),
                (function, payload) -> new LambdaInvoker.Invocation.Returned(payload),
                new InMemoryObjects(),
                message -> new QueueSender.Sent("id", "md5"),
                Clock.systemUTC());
    }

    private static SfnClient client(URI endpoint) {
        return SfnClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Test
    void servesTheSdkAndKeepsItsStateOverARestart(@TempDir Path directory) throws IOException {
        String arn;
        try (var server = start(directory, 0);
                var client = client(server.endpoint())) {
            var machine =
                    client.createStateMachine(r -> r.name("m").definition(PASS).roleArn(ROLE));
            arn = client.startExecution(
                            r -> r.stateMachineArn(machine.stateMachineArn()).name("one"))
                    .executionArn();
            await(client, arn);
            assertThat(client.getExecutionHistory(r -> r.executionArn(arn)).events())
                    .hasSize(4);
            assertThatThrownBy(() -> client.createStateMachine(
                            r -> r.name("bad").definition("{}").roleArn(ROLE)))
                    .isInstanceOf(InvalidDefinitionException.class);
        }
        try (var server = start(directory, 0);
                var client = client(server.endpoint())) {
            assertThat(client.describeExecution(r -> r.executionArn(arn)).output())
                    .isEqualTo("{\"ok\":true}");
            assertThat(client.listStateMachines().stateMachines()).hasSize(1);
        }
    }

    private static void await(SfnClient client, String arn) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (client.describeExecution(r -> r.executionArn(arn)).status() == ExecutionStatus.RUNNING) {
            assertThat(System.nanoTime()).as("the execution ends in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void saysInOneLineThatThePortIsInUse(@TempDir Path directory) throws IOException {
        try (var server = start(directory.resolve("a"), 0)) {
            int port = server.endpoint().getPort();
            assertThatThrownBy(() -> start(directory.resolve("b"), port).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + port + ": it is in use");
        }
    }

    @Test
    void servesTheAwsCli(@TempDir Path directory) throws IOException, InterruptedException {
        Assumptions.assumeTrue(onPath(), "the AWS CLI is not here");
        try (var server = start(directory, 0)) {
            var process = new ProcessBuilder(
                    "aws",
                    "stepfunctions",
                    "create-state-machine",
                    "--endpoint-url",
                    server.endpoint().toString(),
                    "--name",
                    "cli",
                    "--definition",
                    PASS,
                    "--role-arn",
                    ROLE);
            process.environment().put("AWS_ACCESS_KEY_ID", "x");
            process.environment().put("AWS_SECRET_ACCESS_KEY", "x");
            process.environment().put("AWS_DEFAULT_REGION", "us-east-1");
            var running = process.redirectErrorStream(true).start();
            var text = new String(running.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(running.waitFor()).as(text).isZero();
            assertThat(text).contains("stateMachine:cli");
        }
    }

    private static boolean onPath() {
        try {
            return new ProcessBuilder("aws", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
