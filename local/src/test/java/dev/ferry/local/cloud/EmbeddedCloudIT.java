package dev.ferry.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ferry.local.endpoint.LoopbackPort;
import dev.ferry.local.endpoint.PortTakenException;
import dev.ferry.local.s3.S3Engine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedCloudIT {

    private EmbeddedCloud cloud;
    private Path work;

    @BeforeAll
    void start(@TempDir Path directory) {
        work = directory.resolve("work");
        cloud = EmbeddedCloud.start(CloudProcess.settings(work));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void tellsOtherProcessesWhereEverythingListens() {
        assertThat(CloudEndpoints.read(work)).contains(cloud.endpoints());
        assertThat(cloud.endpoints().endpoints())
                .containsKeys("dynamodb", "sqs", "s3", "secretsmanager", "lambda")
                .allSatisfy(
                        (service, endpoint) -> assertThat(endpoint.getHost()).isEqualTo("127.0.0.1"));
    }

    @Test
    void givesFunctionsTheNamesOfResources() {
        assertThat(System.getProperty("ferry.env.LEDGER")).isEqualTo("ledger");
    }

    @Test
    void keepsFunctionOutputInTheFunctionsLog() throws IOException, InterruptedException {
        var answer = post("/2015-03-31/functions/greet/invocations", "{\"name\":\"Ada\"}");

        assertThat(answer.body()).contains("Hello Ada");
        assertThat(work.resolve("logs").resolve("greet.log")).content().contains("greeting");
    }

    @Test
    void answersInvokeErrorsAsLambdaDoes() throws IOException, InterruptedException {
        var answer = post("/2015-03-31/functions/nobody/invocations", "{}");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("ResourceNotFoundException");
    }

    @Test
    void movesMessagesThatFailTooOftenToTheDeadLetterQueue() {
        try (var sqs = CloudClients.sqs(cloud.endpoints().of("sqs"))) {
            var gates = sqs.getQueueUrl(request -> request.queueName("gates")).queueUrl();
            var dead =
                    sqs.getQueueUrl(request -> request.queueName("gates-dead")).queueUrl();
            for (var body : List.of("good", "bad", "good")) {
                sqs.sendMessage(request -> request.queueUrl(gates).messageBody(body));
            }

            // A message that is moved does not wake a receiver that already waits at the dead-letter queue.
            var received = Stream.generate(() -> sqs.receiveMessage(
                                    request -> request.queueUrl(dead).waitTimeSeconds(1))
                            .messages())
                    .limit(30)
                    .filter(messages -> !messages.isEmpty())
                    .findFirst()
                    .orElse(List.of());

            assertThat(received)
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo("bad"));
            assertThat(sqs.getQueueAttributes(request -> request.queueUrl(gates)
                                    .attributeNames(
                                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                            .attributes()
                            .values())
                    .containsOnly("0");
        }
    }

    @Test
    void refusesASecondCloudOnTheSameWorkDirectory() {
        assertThatExceptionOfType(WorkDirectoryInUseException.class)
                .isThrownBy(() -> EmbeddedCloud.start(EmbeddedCloudSettings.of(work, Clock.systemUTC())))
                .withMessageContaining(
                        "is in use by process " + ProcessHandle.current().pid())
                .withMessageContaining("--work-directory");
    }

    @Test
    void refusesPlaceholdersThatNothingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeploymentNames().placeholders().substitute("${Nope}", "load.asl.json"))
                .withMessage("load.asl.json uses ${Nope}, which nothing in the deployment is named");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, LoopbackPort.loopback())) {
            var taken = new LoopbackPort("S3", other.getLocalPort(), "--s3-port");

            assertThatExceptionOfType(PortTakenException.class)
                    .isThrownBy(() -> S3Engine.start(work.resolveSibling("other"), List.of(), Map.of(), taken))
                    .withMessageContaining("Port " + other.getLocalPort() + " for S3 is in use")
                    .withMessageContaining("--s3-port");
        }
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(cloud.endpoints().of("lambda") + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
