package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ferry.cli.cloud.LocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud;
import dev.ferry.cli.embedded.EmbeddedLocalCloud.Installation;
import dev.ferry.cli.embedded.SampleExports;
import dev.ferry.cli.work.WorkDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plain AWS CLI, a client that nobody here wrote, against what `ferry up` starts. Skipped where it is missing.
class AwsCliIT {
    @TempDir
    private Path temporary;

    private static Installation installation() {
        return new Installation(Path.of(System.getProperty("ferry.root", "..")), Clock.systemUTC());
    }

    @Test
    void worksAgainstEveryServiceOfTheEmbeddedCloud() throws IOException, InterruptedException {
        assumeTrue(onPath(), "the aws command is not on the PATH");
        Path export = temporary.resolve("export");
        SampleExports.write(export, 5);
        WorkDirectory work = new WorkDirectory(temporary.resolve("work")).prepare();
        LocalCloud.Setup setup = new LocalCloud.Setup(export, 0, "salesforce", Map.of(), null);
        try (LocalCloud cloud = EmbeddedLocalCloud.start(work, setup, installation())) {
            Map<String, String> endpoints = cloud.description().endpoints();
            assertThat(aws(endpoints, "dynamodb", "list-tables")).contains("staging", "ledger", "control");
            assertThat(aws(endpoints, "s3", "ls", "s3://export/batch/")).contains("PRE utterances/");
            Path note = Files.writeString(temporary.resolve("note.txt"), "there and back");
            assertThat(aws(endpoints, "s3", "cp", note.toString(), "s3://work/notes/note.txt"))
                    .contains("upload");
            assertThat(aws(endpoints, "s3", "cp", "s3://work/notes/note.txt", "-"))
                    .isEqualTo("there and back");
            assertThat(aws(endpoints, "sqs", "create-queue", "--queue-name", "try"))
                    .contains("QueueUrl");
            assertThat(aws(endpoints, "sqs", "list-queues")).contains("/try");
            assertThat(aws(endpoints, "lambda", "list-functions")).contains("prepare-run");
            assertThat(aws(endpoints, "secretsmanager", "list-secrets")).contains("ferry/salesforce");
            assertThat(aws(endpoints, "stepfunctions", "list-state-machines")).contains("migration", "extract", "load");
            String machine = cloud.description().stateMachine("migration");
            assertThat(aws(endpoints, "stepfunctions", "describe-state-machine", "--state-machine-arn", machine))
                    .contains("CheckTarget");
            assertThat(aws(
                            endpoints,
                            "stepfunctions",
                            "start-execution",
                            "--state-machine-arn",
                            machine,
                            "--name",
                            "by-hand",
                            "--input",
                            "{\"migrationId\":\"m\",\"runId\":\"by-hand\",\"configKey\":\"none\"}"))
                    .contains("execution:migration:by-hand");
            assertThat(aws(endpoints, "stepfunctions", "list-executions", "--state-machine-arn", machine))
                    .contains("by-hand");
        }
    }

    private String aws(Map<String, String> endpoints, String service, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws", service));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of(
                "--endpoint-url", Objects.requireNonNull(endpoints.get(service), service), "--region", "us-east-1"));
        Path errors = temporary.resolve("aws-errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "local");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
        builder.environment().put("AWS_PAGER", "");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(command + ": " + Files.readString(errors))
                .isZero();
        return output;
    }

    private static boolean onPath() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "aws")));
    }
}
