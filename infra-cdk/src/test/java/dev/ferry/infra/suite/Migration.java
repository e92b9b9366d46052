package dev.ferry.infra.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/// One migration of a sample with nothing but the APIs of AWS.
///
/// @param names what the deployment calls its parts
record Migration(Session session, Names names) {
    private static final String ID = "suite";
    private static final String RUN = "suite-1";
    private static final String SECRET = "ferry/salesforce";
    private static final long LOOK_NANOS = 500_000_000L;
    private static final int MOST_LOOKS = 1_200;

    /// @param machine the ARN of `migration`
    record Names(String workBucket, String sourceBucket, String machine) {}

    void storeSecret(String credentials) {
        try (SecretsManagerClient secrets = session.secrets()) {
            secrets.createSecret(request -> request.name(SECRET).secretString(credentials));
        }
    }

    /// Uploads an export as a customer would.
    void uploadExport(Path export) throws IOException {
        try (S3Client s3 = session.s3();
                var files = Files.walk(export)) {
            s3.createBucket(request -> request.bucket(names.sourceBucket()));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String key = export.relativize(file).toString();
                s3.putObject(request -> request.bucket(names.sourceBucket()).key(key), RequestBody.fromFile(file));
            }
        }
    }

    /// Writes the configuration and starts the machine.
    ///
    /// @return the ARN of the execution
    String start(String company, String targetUrl) throws IOException {
        String key = "runs/" + RUN + "/config.json";
        String config = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "migrationId",
                        ID,
                        "company",
                        company,
                        "source",
                        Map.of("bucket", names.sourceBucket(), "prefix", "batch/"),
                        "loadBuckets",
                        2,
                        "ownersPolicy",
                        "DEFAULT_OWNER",
                        "target",
                        Map.of("kind", "salesforce", "secretName", SECRET, "loginUrl", targetUrl, "pollSeconds", 1)));
        try (S3Client s3 = session.s3();
                SfnClient machines = session.machines()) {
            s3.putObject(request -> request.bucket(names.workBucket()).key(key), RequestBody.fromString(config));
            return machines.startExecution(request -> request.stateMachineArn(names.machine())
                            .name(RUN)
                            .input("{\"migrationId\":\"%s\",\"runId\":\"%s\",\"configKey\":\"%s\"}"
                                    .formatted(ID, RUN, key)))
                    .executionArn();
        }
    }

    /// Waits for the end of an execution and asserts that it is a good one.
    void awaitSuccess(String execution) {
        try (SfnClient machines = session.machines()) {
            DescribeExecutionResponse described = describe(machines, execution);
            for (int look = 0; described.status() == ExecutionStatus.RUNNING && look < MOST_LOOKS; look++) {
                LockSupport.parkNanos(LOOK_NANOS);
                described = describe(machines, execution);
            }
            assertThat(described.status())
                    .as("%s: %s", described.error(), described.cause())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    /// Asserts what the report says, which is the same wherever it ran.
    void assertBooks() throws IOException {
        try (S3Client s3 = session.s3()) {
            JsonNode results = new ObjectMapper()
                    .readTree(s3.getObjectAsBytes(request ->
                                    request.bucket(names.workBucket()).key("runs/" + RUN + "/run-results.json"))
                            .asByteArray());
            assertThat(results.path("status").asText()).startsWith("FINISHED");
            assertThat(results.path("phases")).hasSizeGreaterThan(5).allSatisfy(phase -> {
                assertThat(phase.at("/books/equations"))
                        .isNotEmpty()
                        .allSatisfy(
                                equation -> assertThat(equation.path("holds").asBoolean())
                                        .as("%s: %s", phase.path("name"), equation)
                                        .isTrue());
                assertThat(phase.at("/books/digests"))
                        .allSatisfy(digest -> assertThat(digest.path("holds").asBoolean())
                                .as("%s: %s", phase.path("name"), digest)
                                .isTrue());
            });
        }
    }

    private static DescribeExecutionResponse describe(SfnClient machines, String execution) {
        return machines.describeExecution(request -> request.executionArn(execution));
    }
}
